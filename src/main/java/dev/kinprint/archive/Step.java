package dev.kinprint.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One move of a cell from its state to the next.
 *
 * @param cell which cell
 * @param state the state that it moves to
 * @param at when, by the caller's clock; kept to the millisecond
 * @param cost what the attempt costs in billionths of a US dollar: reserved with INTENT, settled or still reserved with
 *     RESULT, PARTIAL and IN_DOUBT; empty where no price is known
 * @param reply what came back: always with RESULT, REJECTED and PARTIAL, else never
 * @param reason a short code and words why; empty where nothing is to be said
 */
public record Step(CellKey cell, State state, Instant at, OptionalLong cost, Optional<Reply> reply, String reason) {

    /** Refuses a reply, a cost or a missing reason that does not belong to the state. */
    public Step {
        boolean answered = state == State.RESULT || state == State.REJECTED || state == State.PARTIAL;
        if (state == State.PLANNED) {
            throw new IllegalArgumentException("state: a cell is planned with its request, not by a step");
        }
        if (answered != reply.isPresent()) {
            throw new IllegalArgumentException("reply: " + (answered ? "missing" : "not possible") + " with " + state);
        }
        if (cost.isPresent() && (cost.getAsLong() < 0 || !(state == State.INTENT || state.paid()))) {
            throw new IllegalArgumentException("cost: " + cost.getAsLong() + " with " + state);
        }
        if (reason.isBlank() && state != State.INTENT && state != State.RESULT) {
            throw new IllegalArgumentException("reason: blank with " + state);
        }
    }

    /** The request is about to be sent. */
    public static Step intent(CellKey cell, Instant at, OptionalLong reserved) {
        return new Step(cell, State.INTENT, at, reserved, Optional.empty(), "");
    }

    /** The request provably did not leave. */
    public static Step notSent(CellKey cell, Instant at, String reason) {
        return new Step(cell, State.NOT_SENT, at, OptionalLong.empty(), Optional.empty(), reason);
    }

    /** The whole answer came. */
    public static Step result(CellKey cell, Instant at, OptionalLong settled, Reply reply) {
        return new Step(cell, State.RESULT, at, settled, Optional.of(reply), "");
    }

    /** The provider answered with an error. */
    public static Step rejected(CellKey cell, Instant at, Reply reply, String reason) {
        return new Step(cell, State.REJECTED, at, OptionalLong.empty(), Optional.of(reply), reason);
    }

    /** A part of an answer came. */
    public static Step partial(CellKey cell, Instant at, OptionalLong reserved, Reply reply, String reason) {
        return new Step(cell, State.PARTIAL, at, reserved, Optional.of(reply), reason);
    }

    /** It was sent, or maybe sent, and no answer came. */
    public static Step inDoubt(CellKey cell, Instant at, OptionalLong reserved, String reason) {
        return new Step(cell, State.IN_DOUBT, at, reserved, Optional.empty(), reason);
    }

    /** It may be sent again although it may have been paid for. */
    public static Step authoriseRetry(CellKey cell, Instant at, String why) {
        return new Step(cell, State.RETRY_AUTHORISED, at, OptionalLong.empty(), Optional.empty(), why);
    }
}
