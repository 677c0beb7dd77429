package dev.kinprint.report;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.verdict.Support;
import dev.kinprint.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The verdicts of one pair.
 *
 * @param candidate the possible source
 * @param verdicts by relation
 */
record PairView(String candidate, Map<Relation, Verdict> verdicts) {
    /**
     * The pairs of one suspect, the likeliest first: by the highest ratio, then by rank, then by name.
     *
     * @param leading the candidate that the page shows in detail, which stands before all: bounds make highest ratios equal
     */
    static List<PairView> of(List<Verdict> verdicts, Optional<String> leading) {
        Map<String, List<Verdict>> byCandidate = verdicts.stream()
                .collect(Collectors.groupingBy(
                        verdict -> verdict.evidence().candidate(), TreeMap::new, Collectors.toList()));
        return byCandidate.entrySet().stream()
                .map(entry -> new PairView(
                        entry.getKey(),
                        entry.getValue().stream()
                                .collect(Collectors.toMap(
                                        verdict -> verdict.evidence().relation(), v -> v, (a, b) -> a, TreeMap::new))))
                .sorted(Comparator.comparing((PairView pair) -> !leading.equals(Optional.of(pair.candidate())))
                        .thenComparing(
                                Comparator.comparingDouble(PairView::highest).reversed())
                        .thenComparingInt(PairView::rank)
                        .thenComparing(PairView::candidate))
                .toList();
    }

    Optional<Verdict> verdict(Relation relation) {
        return Optional.ofNullable(verdicts.get(relation));
    }

    /** The words of the scale, and for what they speak. */
    static String support(Verdict verdict) {
        boolean against = !verdict.forRelation()
                && verdict.support() != Support.NONE
                && verdict.support() != Support.INSUFFICIENT_DATA;
        return verdict.support().words() + (against ? " for \u201Cunrelated\u201D" : "");
    }

    /** How many questions both models answered, for the relation that has most. */
    int questions() {
        return most(Evidence::questions);
    }

    int background() {
        return most(Evidence::background);
    }

    int labs() {
        return most(Evidence::labs);
    }

    private int most(ToIntFunction<Evidence> count) {
        return verdicts.values().stream()
                .map(Verdict::evidence)
                .mapToInt(count)
                .max()
                .orElse(0);
    }

    private double highest() {
        return verdicts.values().stream()
                .flatMap(verdict -> verdict.evidence().logLr().stream())
                .mapToDouble(LogLr::value)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private int rank() {
        return verdicts.values().stream()
                .map(Verdict::evidence)
                .mapToInt(Evidence::rank)
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
