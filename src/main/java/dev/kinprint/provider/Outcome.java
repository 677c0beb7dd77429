package dev.kinprint.provider;

/** What came of asking. Only {@link #OK}, and by choice {@link #TRUNCATED}, is a text to compare. */
public enum Outcome {
    /** A whole answer. */
    OK,
    /** Text that ends at the token limit. */
    TRUNCATED,
    /** The model declined. */
    REFUSED,
    /** The vendor's filter withheld the answer, or the question from the model. */
    FILTERED,
    /** An answer without any text. */
    EMPTY,
    /** Thoughts, and no answer. */
    REASONING_ONLY,
    /** Another model answered than the one that was asked. */
    WRONG_MODEL,
    /** No answer; {@link Fault} says why. */
    ERROR;

    /** The name in reports, such as wrong-model. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
