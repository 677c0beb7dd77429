package dev.kinprint.collect;

import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A clock on which a wait is over as soon as nothing more comes: pauses are seen, and cost no time. */
final class FastTiming implements Timing {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final long PATIENCE = 150;

    /** Begins below zero, as System.nanoTime may. */
    private volatile long nanos = -5_000_000_000L;

    private volatile long skipped;

    @Override
    public Instant now() {
        return START.plusNanos(skipped);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    /** The sum of all waits so far. */
    long skipped() {
        return skipped;
    }

    @Override
    public <T> @Nullable T poll(BlockingQueue<T> queue, long wait) throws InterruptedException {
        T ready = wait == 0 ? queue.poll() : queue.poll(PATIENCE, TimeUnit.MILLISECONDS);
        if (ready == null) {
            nanos += wait;
            skipped += wait;
        }
        return ready;
    }
}
