package dev.kinprint.planted.second;

import dev.kinprint.planted.first.First;

/** One half of a cycle. */
public final class Second {
    /** The other half. */
    public First first() {
        return new First();
    }
}
