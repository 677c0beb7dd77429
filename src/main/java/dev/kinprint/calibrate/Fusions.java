package dev.kinprint.calibrate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fits of one calibration without some of its clusters, one for each relation and set of channels: every pair is
 * weighed on the channels that it has scores on, by a fit on the same channels.
 */
final class Fusions {
    private final Calibration calibration;
    private final int questions;
    private final Collection<Integer> leftOut;
    private final Map<String, Optional<Fusion>> fitted = new ConcurrentHashMap<>();

    Fusions(Calibration calibration, int questions, Collection<Integer> leftOut) {
        this.calibration = calibration;
        this.questions = questions;
        this.leftOut = List.copyOf(leftOut);
    }

    /** The fit of a relation for a pair that has scores on some channels; empty where there is none. */
    Optional<Fusion> of(Relation relation, Collection<String> having) {
        List<String> channels = calibration.source().channels(relation).stream()
                .filter(having::contains)
                .toList();
        return fitted.computeIfAbsent(
                relation + " " + channels, key -> calibration.fusion(relation, questions, channels, leftOut));
    }

    /** The fit of "same model" against "derived" for a pair that has scores on some channels. */
    Optional<Fusion> sameRatherThanDerived(Collection<String> having) {
        List<String> channels = Features.sameRatherThanDerived().stream()
                .filter(having::contains)
                .toList();
        return fitted.computeIfAbsent(
                "contrast " + channels, key -> calibration.sameRatherThanDerived(questions, channels, leftOut));
    }
}
