package dev.kinprint.cli;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.suite.Condition;
import dev.kinprint.suite.ConditionFault;
import dev.kinprint.suite.Measure;
import dev.kinprint.suite.Nearest;
import dev.kinprint.verdict.Gate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which conditions a gate checks. */
final class GateConditions {
    /** By how much the likeness of a pair may change where no condition is given. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.05");

    private GateConditions() {}

    /**
     * The conditions that are given: those of the audit file must hold, those of the command line must not.
     *
     * @throws OperatorError where one cannot be read
     */
    static Set<Condition> given(List<String> gate, List<String> failOn) {
        Set<Condition> conditions = new LinkedHashSet<>();
        for (int i = 0; i < gate.size(); i++) {
            conditions.add(parse(gate.get(i), "the stored audit, gate[" + i + "]"));
        }
        for (String text : failOn) {
            conditions.add(parse(text, "--fail-on '" + text + "'").negated());
        }
        if (conditions.size() > Gate.MOST) {
            throw OperatorError.usage(
                    "There are too many conditions",
                    "gate, --fail-on",
                    conditions.size() + " are given, and a gate checks at most " + Gate.MOST,
                    "Check fewer pairs of models.");
        }
        return conditions;
    }

    /** Without any condition, each pair's likeness must stay where it was in the baseline. */
    static Set<Condition> standing(List<String> models, boolean vectors) {
        Set<Condition> conditions = new LinkedHashSet<>();
        List<String> sorted = models.stream().sorted().toList();
        for (int a = 0; a < sorted.size(); a++) {
            for (int b = a + 1; b < sorted.size(); b++) {
                for (Condition.Comparison side : List.of(Condition.Comparison.AT_LEAST, Condition.Comparison.AT_MOST)) {
                    conditions.add(new Condition(
                            vectors ? Measure.SIMILARITY : Measure.WORDING,
                            sorted.get(a),
                            Optional.of(sorted.get(b)),
                            side,
                            new Condition.Limit.Change(side.ceiling() ? TOLERANCE : TOLERANCE.negate())));
                }
            }
        }
        return conditions;
    }

    /** Refuses a condition that speaks of a model that is not there. */
    static void check(Set<Condition> conditions, List<String> known) {
        for (Condition condition : conditions) {
            for (String model : condition.models()) {
                if (!known.contains(model)) {
                    throw OperatorError.usage(
                            "A condition speaks of a model that the run does not hold",
                            condition.toString(),
                            "there is no model '" + model + "'",
                            Nearest.of(model, known)
                                    .map(near -> "Did you mean '" + near + "'?")
                                    .orElse("Use one of: "
                                            + String.join(
                                                    ", ",
                                                    new ArrayList<>(known.subList(0, Math.min(20, known.size()))))));
                }
            }
        }
    }

    private static Condition parse(String text, String where) {
        try {
            return Condition.parse(text);
        } catch (ConditionFault e) {
            throw OperatorError.usage(
                    "A condition cannot be read",
                    where + ", character " + e.column(),
                    String.valueOf(e.getMessage()),
                    e.next());
        }
    }
}
