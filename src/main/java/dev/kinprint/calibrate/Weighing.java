package dev.kinprint.calibrate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that weighing brought to light.
 *
 * @param evidence for each pair the relations S, D and T
 * @param rulers where each weighed pair lies among the background
 * @param sameRatherThanDerived for each piece of evidence the log10 likelihood ratio of its pair for "same model" against
 *     "derived", within its bounds; 0 where it could not be fitted
 * @param transfer for each relation what the check on the audit's own unrelated pairs found
 * @param fits what each relation's likelihood ratio was fitted on; a relation that could not be fitted is absent
 * @param source what calibration was used
 * @param leftOut how many clusters of the calibration were left out because the audit is about their models
 */
public record Weighing(
        List<Evidence> evidence,
        Rulers rulers,
        List<Double> sameRatherThanDerived,
        Map<Relation, Transfer> transfer,
        SortedMap<Relation, Fit> fits,
        CalibrationSource source,
        int leftOut) {
    /** Of more pairs than this, only those get all bootstrap draws that come first for a suspect or reach a ratio of ten. */
    public static final int MANY_PAIRS = 1_000;

    /** How many draws the others get, which is enough to see that they do not stand out. */
    public static final int FEW_DRAWS = 40;

    /** Copies the lists. */
    public Weighing {
        evidence = List.copyOf(evidence);
        sameRatherThanDerived = List.copyOf(sameRatherThanDerived);
        transfer = Map.copyOf(transfer);
        fits = Collections.unmodifiableSortedMap(new TreeMap<>((Map<Relation, Fit>) fits));
    }

    /**
     * The same without the ratios of some suspects.
     *
     * @param reasons by suspect, why no ratio of it may be printed
     */
    public Weighing withheld(Map<String, String> reasons) {
        return new Weighing(
                evidence.stream()
                        .map(one -> Optional.ofNullable(reasons.get(one.suspect()))
                                .map(one::withheld)
                                .orElse(one))
                        .toList(),
                rulers,
                sameRatherThanDerived,
                transfer,
                fits,
                source,
                leftOut);
    }

    /** Whether some pairs got few draws. */
    public boolean manyPairs() {
        return evidence.size() > MANY_PAIRS * Relation.values().length;
    }
}
