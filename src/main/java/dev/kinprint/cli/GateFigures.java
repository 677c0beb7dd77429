package dev.kinprint.cli;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.compare.AnswerFigures;
import dev.kinprint.compare.Series;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Coverage;
import dev.kinprint.corpus.Gap;
import dev.kinprint.stats.Interval;
import dev.kinprint.suite.Condition;
import dev.kinprint.suite.Measure;
import dev.kinprint.verdict.Baseline;
import dev.kinprint.verdict.Gate;
import dev.kinprint.verdict.Measured;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the figures that conditions speak of. */
final class GateFigures {
    /** Gaps that say nothing of the model: its answer could not be had. */
    private static final Set<Gap.Reason> NOT_COLLECTED =
            EnumSet.of(Gap.Reason.ERROR, Gap.Reason.IN_DOUBT, Gap.Reason.NOT_ASKED, Gap.Reason.WRONG_MODEL);

    private static final double MOST_MISSING = 0.2;

    private final Corpus corpus;
    private final AnswerFigures figures;
    private final List<Evidence> evidence;

    GateFigures(Corpus corpus, AnswerFigures figures, List<Evidence> evidence) {
        this.corpus = corpus;
        this.figures = figures;
        this.evidence = List.copyOf(evidence);
    }

    /** What the run has to say on a condition. */
    Measured of(Condition condition) {
        Optional<String> failed = condition.models().stream()
                .map(this::failed)
                .flatMap(Optional::stream)
                .findFirst();
        if (condition.measure().ratio()) {
            return new Measured(Optional.empty(), Optional.empty(), evidence(condition), failed);
        }
        return new Measured(series(condition), floor(condition), Optional.empty(), failed);
    }

    /** What could not be collected of a model, where it is too much to go by the rest. */
    Optional<String> failed(String model) {
        Coverage coverage = corpus.coverage().get(position(model));
        int missing = coverage.gaps().entrySet().stream()
                .filter(gap -> NOT_COLLECTED.contains(gap.getKey()))
                .mapToInt(java.util.Map.Entry::getValue)
                .sum();
        if (coverage.asks() == 0) {
            return Optional.of("nothing was collected of " + model);
        }
        return missing > MOST_MISSING * coverage.asks()
                ? Optional.of(missing + " of " + coverage.asks() + " answers of " + model + " could not be collected")
                : Optional.empty();
    }

    private Optional<Series> series(Condition condition) {
        int first = position(condition.first());
        Optional<Integer> second = condition.second().map(this::position);
        return switch (condition.measure()) {
            case SIMILARITY -> figures.similarity(first, second.orElseThrow());
            case WORDING -> Optional.of(figures.wording(first, second.orElseThrow()));
            case REFUSALS -> Optional.of(less(figures.refusals(first), second.map(figures::refusals)));
            case LENGTH -> Optional.of(less(figures.words(first), second.map(figures::words)));
            case FORMAT -> Optional.of(less(figures.layout(first), second.map(figures::layout)));
            case LR_S, LR_D, LR_T -> Optional.empty();
        };
    }

    private static Series less(Series one, Optional<Series> other) {
        return other.map(one::minus).orElse(one);
    }

    private Optional<Series> floor(Condition condition) {
        if (!(condition.limit() instanceof Condition.Limit.Floor)) {
            return Optional.empty();
        }
        int first = position(condition.first());
        int second = position(condition.second().orElseThrow());
        return condition.measure() == Measure.SIMILARITY
                ? figures.similarityFloor(first, second)
                : Optional.of(figures.wordingFloor(first, second));
    }

    private Optional<Evidence> evidence(Condition condition) {
        Relation relation = condition.measure() == Measure.LR_S
                ? Relation.S
                : condition.measure() == Measure.LR_D ? Relation.D : Relation.T;
        return evidence.stream()
                .filter(one -> one.relation() == relation
                        && one.suspect().equals(condition.first())
                        && one.candidate().equals(condition.second().orElseThrow()))
                .findFirst();
    }

    /**
     * The figures of a run as a baseline for later ones.
     *
     * @param models the models whose pairs and habits it holds
     * @param conditions the conditions whose figures it holds besides
     */
    Baseline baseline(Baseline.Terms terms, List<String> models, Collection<Condition> conditions, long seed) {
        SortedMap<String, Baseline.Figure> found = new TreeMap<>();
        List<String> sorted = models.stream().sorted().toList();
        for (int a = 0; a < sorted.size(); a++) {
            int first = position(sorted.get(a));
            String one = "(" + sorted.get(a) + ")";
            put(found, Measure.REFUSALS.word() + one, figures.refusals(first), seed);
            put(found, Measure.LENGTH.word() + one, figures.words(first), seed);
            put(found, Measure.FORMAT.word() + one, figures.layout(first), seed);
            for (int b = a + 1; b < sorted.size(); b++) {
                int second = position(sorted.get(b));
                String two = "(" + sorted.get(a) + ", " + sorted.get(b) + ")";
                figures.similarity(first, second)
                        .ifPresent(series -> put(found, Measure.SIMILARITY.word() + two, series, seed));
                put(found, Measure.WORDING.word() + two, figures.wording(first, second), seed);
            }
        }
        for (Condition condition : conditions) {
            series(condition).ifPresent(series -> put(found, condition.figure(), series, seed));
        }
        return new Baseline(terms, found);
    }

    private static void put(SortedMap<String, Baseline.Figure> found, String name, Series series, long seed) {
        if (series.size() > 1) {
            Interval mean = Gate.mean(series, seed);
            found.put(name, new Baseline.Figure(mean, series));
        }
    }

    private int position(String model) {
        return corpus.position(model).orElseThrow();
    }
}
