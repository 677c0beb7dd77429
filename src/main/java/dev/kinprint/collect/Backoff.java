package dev.kinprint.collect;

import java.time.Duration;
import java.util.Random;

/** Pauses between attempts: each twice as long as the last at most, and a random part of that. */
final class Backoff {
    private static final double FIRST = 0.5;
    private static final double LONGEST = 60;
    private static final double SHORTEST = 0.1;

    private final Random random;

    Backoff(long seed) {
        this.random = new Random(seed);
    }

    /** The pause after the n-th failure in a row, from 1. */
    Duration after(int failures) {
        double most = Math.min(LONGEST, FIRST * Math.pow(2, Math.min(failures, 10)));
        double seconds = SHORTEST + random.nextDouble() * (most - SHORTEST);
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** A pause that was asked for, and a little more, so that not all lanes come back at once. */
    Duration asked(Duration wait) {
        return wait.plusMillis(50 + random.nextInt(200));
    }
}
