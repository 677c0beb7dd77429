package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.provider.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many calls are in flight to one host, round after round of answers. */
class LaneTest {
    private static final long LATENCY = Duration.ofMillis(200).toNanos();
    private static final Pace STATED = new Pace(Optional.of(1_000_000L), Optional.empty());

    private long now = -1_000_000_000L;

    private Lane lane(int first, Pace pace, int most) {
        Lane lane = new Lane("host", new Plan.Start(first, pace), most, now);
        Plan.of(Bench.audit(1, Bench.local("a", "http://127.0.0.1:9")), Bench.probes(2_000), Bench.NO_KEYS)
                .jobs()
                .forEach(lane::add);
        return lane;
    }

    /** Starts as many calls as may start. */
    private int start(Lane lane) {
        int started = 0;
        while (lane.next(now).isPresent()) {
            lane.started();
            started++;
        }
        now += LATENCY;
        return started;
    }

    /** Starts as many calls as may start and answers them all. */
    private int round(Lane lane) {
        int started = start(lane);
        for (int i = 0; i < started; i++) {
            lane.ended();
            lane.answered();
        }
        return started;
    }

    private List<Integer> rounds(Lane lane, int count) {
        return IntStream.range(0, count).map(i -> round(lane)).boxed().toList();
    }

    private void busy(Lane lane, int calls) {
        for (int i = 0; i < calls; i++) {
            lane.ended();
            lane.throttled(now, now + LATENCY);
        }
        now += LATENCY;
    }

    @Test
    void aHostWithoutAStatedPaceIsAskedTwiceAsMuchInEachRound() {
        assertThat(rounds(lane(1, Pace.FREE, 64), 9)).containsExactly(1, 2, 4, 8, 16, 32, 64, 64, 64);
        assertThat(rounds(lane(4, Pace.FREE, 50), 6)).containsExactly(4, 8, 16, 32, 50, 50);
    }

    @Test
    void aHostWithAStatedPaceIsAskedOneMoreInEachRound() {
        assertThat(rounds(lane(4, STATED, 64), 4)).containsExactly(4, 5, 6, 7);
    }

    @Test
    void aBusyHostGetsHalfOfItOnceAndThenOneMoreInEachRound() {
        Lane lane = lane(4, Pace.FREE, 64);
        rounds(lane, 4);
        busy(lane, start(lane));
        assertThat(rounds(lane, 4)).containsExactly(32, 33, 34, 35);
    }

    @Test
    void aHostThatFailsBeginsAnewAndDoublesUpToHalfOfWhatItHad() {
        Lane lane = lane(16, Pace.FREE, 64);
        rounds(lane, 1);
        int sent = start(lane);
        Duration pause = Duration.ZERO;
        for (int i = 0; i < sent; i++) {
            lane.ended();
            pause = pause.plus(lane.failed(now).orElse(Duration.ZERO));
        }
        assertThat(sent).isEqualTo(32);
        assertThat(pause).isEqualTo(Duration.ofSeconds(15));
        assertThat(start(lane)).as("in the pause").isZero();
        now += pause.toNanos();
        assertThat(rounds(lane, 7)).containsExactly(1, 2, 4, 8, 16, 17, 18);
    }

    @Test
    void oneFailureEndsTheDoubling() {
        Lane lane = lane(4, Pace.FREE, 64);
        start(lane);
        lane.ended();
        lane.failed(now);
        for (int i = 0; i < 3; i++) {
            lane.ended();
            lane.answered();
        }
        assertThat(rounds(lane, 3)).containsExactly(4, 5, 6);
    }
}
