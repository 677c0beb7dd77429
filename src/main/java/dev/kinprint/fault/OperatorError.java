package dev.kinprint.fault;

/**
 * An operator's mistake, or a state of the machine that only the operator can change. It is printed without a stack
 * trace, in its four parts. The world's failures (a refusal, a timeout) are values and never this.
 */
public final class OperatorError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of error it is; the command line maps each to an exit code. */
    public enum Kind {
        /** Wrong usage or configuration. */
        USAGE,
        /** Too little data for an answer. */
        INSUFFICIENT,
        /** Stored bytes are not what they were. */
        INTEGRITY,
        /** A key is missing or refused, or a quota is used up. */
        AUTHENTICATION,
        /** Another process holds the run. */
        LOCKED
    }

    private final Kind kind;
    private final String what;
    private final String where;
    private final String why;
    private final String next;

    /**
     * An error in four parts, each a plain sentence or phrase.
     *
     * @param kind decides the exit code
     * @param what what went wrong
     * @param where file:line, provider/model, or the option
     * @param why the reason
     * @param next the next command or change to make
     */
    public OperatorError(Kind kind, String what, String where, String why, String next) {
        super(what + " (" + where + "): " + why + ". " + next);
        this.kind = kind;
        this.what = what;
        this.where = where;
        this.why = why;
        this.next = next;
    }

    /** A mistake in usage or configuration. */
    public static OperatorError usage(String what, String where, String why, String next) {
        return new OperatorError(Kind.USAGE, what, where, why, next);
    }

    /** What kind of error it is. */
    public Kind kind() {
        return kind;
    }

    /** What went wrong. */
    public String what() {
        return what;
    }

    /** File:line, provider/model, or the option. */
    public String where() {
        return where;
    }

    /** The reason. */
    public String why() {
        return why;
    }

    /** The next command or change to make. */
    public String next() {
        return next;
    }
}
