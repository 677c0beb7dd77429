package dev.kinprint.cli;

import dev.kinprint.fault.OperatorError;

/** Exit codes, the same for every command. */
final class Exit {
    /** All went well. */
    static final int OK = 0;

    /** A gate failed. */
    static final int FAILED = 1;

    /** Wrong usage or configuration. */
    static final int USAGE = 2;

    /** Too little data for an answer. */
    static final int INSUFFICIENT = 3;

    /** Stored bytes are not what they were. */
    static final int INTEGRITY = 4;

    /** A vendor does not let us in, or lets us no further. */
    static final int AUTHENTICATION = 5;

    /** Budget, number of calls or time are used up; the same command goes on. */
    static final int LIMIT = 6;

    /** A mistake in the program, or a machine that fails. */
    static final int INTERNAL = 70;

    /** Another process holds the run. */
    static final int LOCKED = 75;

    /** Someone stopped it. */
    static final int INTERRUPTED = 130;

    private Exit() {}

    static int of(OperatorError.Kind kind) {
        return switch (kind) {
            case USAGE -> USAGE;
            case INSUFFICIENT -> INSUFFICIENT;
            case INTEGRITY -> INTEGRITY;
            case AUTHENTICATION -> AUTHENTICATION;
            case LOCKED -> LOCKED;
        };
    }
}
