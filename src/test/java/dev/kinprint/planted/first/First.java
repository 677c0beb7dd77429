package dev.kinprint.planted.first;

import dev.kinprint.planted.second.Second;

/** One half of a cycle. */
public final class First {
    /** The other half. */
    public Second second() {
        return new Second();
    }
}
