package dev.kinprint.collect;

import dev.kinprint.provider.FaultKind;

/** What is done about a failure. */
enum Reaction {
    /** Ask again after a pause; nothing was paid for. */
    AGAIN,
    /** Ask this model no more; the others go on. */
    STOP_MODEL,
    /** Ask nothing more with this key at this host. */
    STOP_KEY,
    /** Leave this cell as it is. */
    STOP_CELL,
    /** It may have been paid for: hold it until someone decides. */
    HOLD,
    /** It was paid for and is kept, though nobody can read it. */
    KEEP;

    /** The reaction to a vendor's reply that is no answer. */
    static Reaction to(FaultKind kind) {
        return switch (kind) {
            case RATE_LIMITED, OVERLOADED, SERVER -> AGAIN;
            case QUOTA, AUTHENTICATION -> STOP_KEY;
            case NOT_FOUND, REDIRECT -> STOP_MODEL;
            case BAD_REQUEST -> STOP_CELL;
            case GATEWAY, CUT -> HOLD;
            case UNREADABLE, UNSUPPORTED -> KEEP;
        };
    }
}
