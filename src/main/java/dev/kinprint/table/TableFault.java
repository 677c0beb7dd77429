package dev.kinprint.table;

/** A text that is not the table it should be. */
public final class TableFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;

    TableFault(long line, String why) {
        super(why);
        this.line = line;
    }

    /** The line where the faulty record begins, from 1; 1 where the file as a whole is at fault. */
    public long line() {
        return line;
    }
}
