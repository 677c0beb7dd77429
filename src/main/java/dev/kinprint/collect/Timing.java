package dev.kinprint.collect;

import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The clock, and waiting. */
interface Timing {
    /** The wall clock, for records. */
    Instant now();

    /** A clock that only goes forward, in nanoseconds, for waiting and limits. */
    long nanos();

    /** The next element, or null where none comes within the time. */
    <T> @Nullable T poll(BlockingQueue<T> queue, long nanos) throws InterruptedException;

    /** The clock of this machine. */
    static Timing system() {
        return new Timing() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public <T> @Nullable T poll(BlockingQueue<T> queue, long nanos) throws InterruptedException {
                return queue.poll(nanos, TimeUnit.NANOSECONDS);
            }
        };
    }
}
