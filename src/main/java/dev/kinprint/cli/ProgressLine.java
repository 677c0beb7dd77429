package dev.kinprint.cli;

/** Shows how far long work has come, on the error stream. Closing it leaves the line as it is. */
interface ProgressLine extends AutoCloseable {
    /** Shows nothing. */
    ProgressLine NONE = new ProgressLine() {};

    /**
     * Some of the work is done.
     *
     * @param done how much
     * @param total of how much; may grow
     * @param note a few words beside it; may be empty
     */
    default void at(long done, long total, String note) {}

    @Override
    default void close() {}
}
