package dev.kinprint.suite;

/** A text that is no condition of a gate. */
public final class ConditionFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int column;
    private final String next;

    ConditionFault(int column, String why, String next) {
        super(why);
        this.column = column;
        this.next = next;
    }

    /** Where in the text it goes wrong, from 1. */
    public int column() {
        return column;
    }

    /** What the operator can do. */
    public String next() {
        return next;
    }
}
