package dev.kinprint.channel;

import java.util.OptionalDouble;

/** A corpus as one channel sees it, kept question by question, so that questions and models can be weighted anew. */
public interface Profile {
    /** The channel's statistics under the given weights of questions and models. */
    Aggregate aggregate(Weights weights);

    /**
     * How much two models' answers to one question resemble each other, less what all pairs do on average; empty for
     * channels that do not compare answers question by question, and where an answer is missing.
     */
    default OptionalDouble single(int question, int i, int j) {
        return OptionalDouble.empty();
    }
}
