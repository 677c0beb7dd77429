package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.provider.Pace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;

/** Limits by the minute. */
class MeterTest {
    private static final long MINUTE = Duration.ofSeconds(60).toNanos();

    @Test
    void noSixtySecondsHoldMoreThanIsAllowed() {
        Random random = new Random(4);
        Meter meter = new Meter(new Pace(Optional.of(5L), Optional.of(100L)));
        Deque<long[]> last = new ArrayDeque<>();
        long now = -7_000_000_000L;
        for (int i = 0; i < 2_000; i++) {
            long size = 1 + random.nextInt(60);
            long ready = meter.ready(now, size);
            assertThat(ready).isGreaterThanOrEqualTo(now);
            now = ready + (random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
            if (meter.ready(now, size) > now) {
                continue;
            }
            meter.start(now, size);
            last.addLast(new long[] {now, size});
            long from = now - MINUTE;
            last.removeIf(mark -> mark[0] <= from);
            assertThat(last).hasSizeLessThanOrEqualTo(5);
            assertThat(last.stream().mapToLong(mark -> mark[1]).sum()).isLessThanOrEqualTo(100);
        }
        assertThat(now).as("it moves on").isGreaterThan(100 * MINUTE);
    }

    @Test
    void aCallThatIsTooLargeGoesAlone() {
        Meter meter = new Meter(new Pace(Optional.empty(), Optional.of(10L)));
        assertThat(meter.ready(0, 50)).isZero();
        meter.start(0, 50);
        assertThat(meter.ready(1, 1)).isEqualTo(MINUTE);
    }

    @Test
    void aCollectionKeepsThePaceThatItIsGiven() {
        try (LoopServer server = LoopServer.good();
                Archive archive = Archive.inMemory()) {
            PlanOptions slow = new PlanOptions(
                    false,
                    Map.of("openai-compatible", new Pace(Optional.of(3L), Optional.empty())),
                    Set.of(),
                    name -> Optional.empty());
            Plan plan = Plan.of(Bench.audit(1, Bench.local("a", server.url())), Bench.probes(10), slow);
            FastTiming timing = new FastTiming();
            CollectSummary summary = new Collector(
                            archive,
                            plan,
                            Bench.limits(8),
                            CollectOptions.DEFAULT,
                            CollectListener.SILENT,
                            new Surroundings(timing, Dns.SYSTEM, Bench.QUICK))
                    .run();
            assertThat(summary.stored()).isEqualTo(10);
            assertThat(Duration.ofNanos(timing.skipped()))
                    .as("ten calls at three a minute take three whole minutes")
                    .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
        }
    }
}
