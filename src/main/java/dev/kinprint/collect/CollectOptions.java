package dev.kinprint.collect;

import java.time.Duration;

/**
 * How patient a collection is.
 *
 * @param maxRetries how often a cell is asked again after failures that cost nothing
 * @param inDoubtRetries how often a cell that may have been paid for is asked again; 0 holds it until someone decides
 * @param drain how long calls in flight may go on after a stop
 * @param seed of the random part of pauses
 */
public record CollectOptions(int maxRetries, int inDoubtRetries, Duration drain, long seed) {
    /** Five retries, doubtful cells held, half a minute to drain. */
    public static final CollectOptions DEFAULT = new CollectOptions(5, 0, Duration.ofSeconds(30), 1);

    /** Refuses negative numbers. */
    public CollectOptions {
        if (maxRetries < 0 || inDoubtRetries < 0 || drain.isNegative()) {
            throw new IllegalArgumentException("maxRetries, inDoubtRetries, drain: negative");
        }
    }
}
