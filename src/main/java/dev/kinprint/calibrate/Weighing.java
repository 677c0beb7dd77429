package dev.kinprint.calibrate;

import java.util.List;
import java.util.Map;

/**
 * All that weighing brought to light.
 *
 * @param evidence for each pair the relations S, D and T
 * @param rulers where each weighed pair lies among the background, in the same order as {@code evidence}
 * @param transfer for each relation what the check on the audit's own unrelated pairs found
 * @param source what calibration was used
 * @param leftOut how many clusters of the calibration were left out because the audit is about their models
 */
public record Weighing(
        List<Evidence> evidence,
        List<Scale> rulers,
        Map<Relation, Transfer> transfer,
        CalibrationSource source,
        int leftOut) {
    /** Copies the lists. */
    public Weighing {
        evidence = List.copyOf(evidence);
        rulers = List.copyOf(rulers);
        transfer = Map.copyOf(transfer);
    }
}
