package dev.kinprint.cli;

import dev.kinprint.suite.JudgeSettings.Ablation;
import java.util.List;

/**
 * What is to be judged, and how.
 *
 * @param suspects ids of the models under question; none means every model in turn
 * @param candidates ids of possible sources; none means every other model
 * @param channels ids of the channels to use; none means all
 * @param calibration {@code builtin}, {@code lab} or a file
 * @param draws how many bootstrap draws
 * @param seed of everything drawn at random
 * @param ablations the variants of the texts on which the ratios are weighed again
 */
record JudgingRequest(
        List<String> suspects,
        List<String> candidates,
        List<String> channels,
        String calibration,
        int draws,
        long seed,
        List<Ablation> ablations) {
    /** How many bootstrap draws are made where nothing else is said. */
    static final int DRAWS = 1_000;

    JudgingRequest {
        suspects = List.copyOf(suspects);
        candidates = List.copyOf(candidates);
        channels = List.copyOf(channels);
        ablations = List.copyOf(ablations);
    }

    /** Whether a channel reads vectors. */
    boolean embeds() {
        return channels.isEmpty() || channels.contains("content-embedding");
    }
}
