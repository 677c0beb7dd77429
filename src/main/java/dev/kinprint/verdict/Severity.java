package dev.kinprint.verdict;

import dev.kinprint.compare.Series;
import dev.kinprint.stats.Holm;
import dev.kinprint.stats.Outlying;
import dev.kinprint.suite.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The gate's second guard: which single questions changed far more than questions do. If nothing but chance is at work,
 * the change of one question is like those of the others; each is tested against them ({@link Outlying}), with Holm's
 * correction over all questions of all conditions. What is found must also be past the condition's limit by itself.
 *
 * <p>It needs twenty questions, and changes that differ: where more than half of the questions did not change at all,
 * as with refusals, it finds nothing.
 */
final class Severity {
    /** Low, since changes may be more skewed than the tails that the p-values assume. */
    private static final double LEVEL = 0.01;

    private static final int LEAST_QUESTIONS = 20;

    private final List<Condition> conditions = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final List<Double> pValues = new ArrayList<>();

    /** Adds the changes of one condition, by question. */
    void add(Condition condition, Series changes) {
        if (changes.size() < LEAST_QUESTIONS) {
            return;
        }
        double limit = condition.limit().number().doubleValue();
        double sign = condition.comparison().ceiling() ? 1 : -1;
        double[] p = Outlying.above(changes.byQuestion().values().stream()
                .mapToDouble(change -> sign * change)
                .toArray());
        int at = 0;
        for (Map.Entry<String, Double> change : changes.byQuestion().entrySet()) {
            conditions.add(condition);
            questions.add(change.getKey());
            pValues.add(condition.comparison().holds(change.getValue(), limit) ? 1 : p[at]);
            at++;
        }
    }

    /** The questions that stand out, by condition. */
    Map<Condition, Set<String>> find() {
        double[] adjusted =
                Holm.adjust(pValues.stream().mapToDouble(Double::doubleValue).toArray());
        Map<Condition, Set<String>> found = new LinkedHashMap<>();
        for (int i = 0; i < adjusted.length; i++) {
            if (adjusted[i] <= LEVEL) {
                found.computeIfAbsent(conditions.get(i), condition -> new TreeSet<>())
                        .add(questions.get(i));
            }
        }
        return found;
    }
}
