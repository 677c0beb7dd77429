package dev.kinprint.bench;

import java.io.IOException;

/** One way to embed the texts of the race. */
interface Peer extends AutoCloseable {
    /** Who it is, with its settings. */
    String name();

    /** Embeds all texts once, and says how many seconds that took. */
    double seconds() throws IOException;

    @Override
    void close() throws IOException;
}
