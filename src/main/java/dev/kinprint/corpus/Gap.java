package dev.kinprint.corpus;

/**
 * An answer that was asked for and is not among the texts, and why.
 *
 * @param member the model that was asked
 * @param question the id of the question
 * @param sample the sample index, from 0
 * @param reason the kind of gap
 * @param detail what was seen, in a few words; may hold words of the provider, so it is hostile text
 */
public record Gap(String member, String question, int sample, Reason reason, String detail) {
    /** Why a text is missing. */
    public enum Reason {
        /** The model declined. */
        REFUSED,
        /** The provider withheld the answer. */
        FILTERED,
        /** The token limit cut the answer. */
        TRUNCATED,
        /** Nothing but reasoning came back. */
        REASONING_ONLY,
        /** The answer holds no text. */
        EMPTY,
        /** Another model answered than was asked. */
        WRONG_MODEL,
        /** The provider answered with an error, or with something unreadable. */
        ERROR,
        /** Sent, and no complete answer came. */
        IN_DOUBT,
        /** Not asked yet. */
        NOT_ASKED
    }
}
