package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.suite.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wall clock that jumps by days, forth and back, decides nothing: limits go by a clock that only goes forward. */
class ClockTest {
    private static final int PROBES = 12;

    private static final class Jumping implements Timing {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public Instant now() {
            int call = calls.incrementAndGet();
            return Instant.parse("2026-11-22T12:00:00Z").plus(Duration.ofDays(call % 2 == 0 ? call : -call));
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public <T> @Nullable T poll(BlockingQueue<T> queue, long nanos) throws InterruptedException {
            return queue.poll(nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Test
    void aClockThatJumpsEndsNothingAndAsksNothingTwice(@TempDir Path folder) {
        Path file = folder.resolve("archive.sqlite");
        Jumping clock = new Jumping();
        try (LoopServer server = LoopServer.good();
                Archive archive = Archive.create(file)) {
            Limits hour = new Limits(Optional.empty(), Optional.empty(), Optional.of(Duration.ofHours(1)), 4);
            CollectSummary summary = new Collector(
                            archive,
                            Bench.plan(server, PROBES),
                            hour,
                            CollectOptions.DEFAULT,
                            CollectListener.SILENT,
                            new Surroundings(clock, Dns.SYSTEM, Bench.QUICK))
                    .run();
            assertThat(summary.ended()).isEqualTo(CollectSummary.Ended.COMPLETE);
            assertThat(summary.stored()).isEqualTo(PROBES);
            assertThat(server.ledger()).hasSize(PROBES);
            assertThat(clock.calls.get()).isGreaterThan(PROBES);
        }
        Archive.openReadOnly(file).close();
    }
}
