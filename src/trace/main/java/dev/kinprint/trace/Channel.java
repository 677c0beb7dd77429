package dev.kinprint.trace;

/** One way to see how close two answers are. */
enum Channel {
    /** The words that they share, see {@link Wording}. */
    WORDING,
    /** The cosine of their embeddings. */
    CONTENT
}
