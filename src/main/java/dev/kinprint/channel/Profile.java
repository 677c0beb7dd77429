package dev.kinprint.channel;

/** A corpus as one channel sees it, kept question by question, so that questions and models can be weighted anew. */
public interface Profile {
    /** The channel's statistics under the given weights of questions and models. */
    Aggregate aggregate(Weights weights);
}
