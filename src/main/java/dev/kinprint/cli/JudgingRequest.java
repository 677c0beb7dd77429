package dev.kinprint.cli;

import java.util.List;
import java.util.Optional;

/**
 * What is to be judged, and how.
 *
 * @param suspects ids of the models under question; none means every model in turn
 * @param candidates ids of possible sources; none means every other model
 * @param channels ids of the channels to use; none means all
 * @param calibration {@code builtin}, {@code lab} or a file
 * @param embeddedQuestions of how many questions the answers are embedded; 0 for none
 * @param model folder of another embedding model than the built-in one
 * @param draws how many bootstrap draws
 * @param seed of everything drawn at random
 */
record JudgingRequest(
        List<String> suspects,
        List<String> candidates,
        List<String> channels,
        String calibration,
        int embeddedQuestions,
        Optional<java.nio.file.Path> model,
        int draws,
        long seed) {
    /** Of how many questions the answers are embedded where nothing else is said. */
    static final int EMBEDDED_QUESTIONS = 100;

    /** How many bootstrap draws are made where nothing else is said. */
    static final int DRAWS = 1_000;

    JudgingRequest {
        suspects = List.copyOf(suspects);
        candidates = List.copyOf(candidates);
        channels = List.copyOf(channels);
    }
}
