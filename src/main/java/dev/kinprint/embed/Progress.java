package dev.kinprint.embed;

/** Hears how far long work has come. It is called by one thread at a time, with {@code done} never falling. */
@FunctionalInterface
public interface Progress {
    /**
     * Some more texts are done.
     *
     * @param done how many distinct texts have a vector by now, those found in a cache included
     * @param total how many distinct texts there are
     */
    void report(int done, int total);

    /** Hears nothing. */
    static Progress silent() {
        return (done, total) -> {};
    }
}
