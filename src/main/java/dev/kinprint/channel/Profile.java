package dev.kinprint.channel;

import java.util.OptionalDouble;

/** A corpus as one channel sees it, kept question by question, so that questions and models can be weighted anew. */
public interface Profile {
    /** The channel's statistics under the given weights of questions and models. */
    Aggregate aggregate(Weights weights);

    /**
     * Whether the scores of one suspect with several candidates are there to be ranked against each other. Then they need
     * one background, without the suspect's kin and the candidate's lab, and are not symmetric: backgrounds that change
     * with the candidate's own kin change the ranking. Otherwise every pair has a background of its own.
     */
    default boolean ranksCandidates() {
        return false;
    }

    /**
     * How much two models' answers to one question resemble each other, less what all pairs do on average; empty for
     * channels that do not compare answers question by question, and where an answer is missing.
     */
    default OptionalDouble single(int question, int i, int j) {
        return OptionalDouble.empty();
    }
}
