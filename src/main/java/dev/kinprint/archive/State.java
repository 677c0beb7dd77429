package dev.kinprint.archive;

import java.util.Set;

/** The states of a cell. A cell moves from one to the next only by a committed step. */
public enum State {
    /** To be asked. Nothing was sent. */
    PLANNED,
    /** About to be sent; committed before the first byte leaves. */
    INTENT,
    /** The attempt failed provably before the request left; free to try again. */
    NOT_SENT,
    /** The whole answer is stored. Terminal. */
    RESULT,
    /** The provider answered with an error, which is stored. */
    REJECTED,
    /** Some of an answer is stored, but not all: in doubt, and counted as paid for. */
    PARTIAL,
    /** Sent, or maybe sent, and no answer held: counted as paid for, and not sent again without a decision. */
    IN_DOUBT,
    /** A decision to send a partial or doubtful cell again. */
    RETRY_AUTHORISED;

    private static final Set<State> UNBOUGHT = Set.of(PLANNED, NOT_SENT, REJECTED);

    /** Whether a cell in this state may go on to another. */
    public boolean allows(State next) {
        return switch (next) {
            case PLANNED -> UNBOUGHT.contains(this);
            case INTENT -> UNBOUGHT.contains(this) || this == RETRY_AUTHORISED;
            case NOT_SENT, RESULT, REJECTED, PARTIAL, IN_DOUBT -> this == INTENT;
            case RETRY_AUTHORISED -> this == PARTIAL || this == IN_DOUBT;
        };
    }

    /** Whether an attempt that ended in this state counts as paid for. */
    boolean paid() {
        return this == RESULT || this == PARTIAL || this == IN_DOUBT;
    }
}
