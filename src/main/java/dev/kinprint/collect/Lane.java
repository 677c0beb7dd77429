package dev.kinprint.collect;

import dev.kinprint.provider.Pace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * The calls to one host: how many may be in flight, from when on, and in which order.
 *
 * <p>How many may be in flight moves as the window of TCP does (RFC 5681, section 3.1). It grows by one with each
 * answer, which doubles it in a round of answers, until a threshold; from there by one in a round. When the host is
 * busy, threshold and window become half of the window; after a pause because of failures the window begins at one. A
 * host whose vendor states a pace never doubles: at first the threshold of all others is the most that is allowed.
 */
final class Lane {
    /** Failures in a row, of calls that may be paid for or that do not even connect, after which a lane pauses. */
    private static final int TRIP = 5;

    /** Pauses in a row without an answer in between, after which a lane is given up. */
    private static final int GIVE_UP = 4;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    private record Later(Job job, long due, long order) {}

    private final String name;
    private final int most;
    private final Meter meter;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparingLong(Later::due).thenComparingLong(Later::order));
    private int allowed;
    private int threshold;
    private int inFlight;
    private int answersSinceGrowth;
    private int failuresInARow;
    private int pausesInARow;
    private long notBefore;
    private long counter;

    Lane(String name, Plan.Start start, int most, long now) {
        this.name = name;
        this.notBefore = now;
        this.most = most;
        this.allowed = Math.min(start.concurrency(), most);
        this.threshold = start.pace().equals(Pace.FREE) ? most : allowed;
        this.meter = new Meter(start.pace());
    }

    String name() {
        return name;
    }

    void add(Job job) {
        waiting.addLast(job);
    }

    /** Puts a cell back, to be asked again from a time on. */
    void addLater(Job job, long due) {
        later.add(new Later(job, due, counter++));
    }

    /** The next call that may start now. */
    Optional<Job> next(long now) {
        if (inFlight >= allowed || now - notBefore < 0) {
            return Optional.empty();
        }
        Later ready = later.peek();
        boolean again = ready != null && now - ready.due() >= 0;
        Job job = again && ready != null ? ready.job() : waiting.peekFirst();
        if (job == null || meter.ready(now, job.cost().highTokens()) - now > 0) {
            return Optional.empty();
        }
        meter.start(now, job.cost().highTokens());
        if (again) {
            later.remove();
        } else {
            waiting.removeFirst();
        }
        return Optional.of(job);
    }

    /** When {@link #next} may have something that it does not have now; empty where only an answer can change it. */
    Optional<Long> wake(long now) {
        if (inFlight >= allowed || idle()) {
            return Optional.empty();
        }
        Later ready = later.peek();
        Job first = waiting.peekFirst();
        boolean again = ready != null && (first == null || now - ready.due() >= 0);
        long due = again && ready != null ? ready.due() : now;
        Job job = again && ready != null ? ready.job() : first;
        long paced = job == null ? now : meter.ready(now, job.cost().highTokens());
        due = paced - due > 0 ? paced : due;
        return Optional.of(notBefore - due > 0 ? notBefore : due);
    }

    /** Whether nothing waits here. */
    boolean idle() {
        return waiting.isEmpty() && later.isEmpty();
    }

    /** Forgets what waits here and is not wanted any more, and returns it. */
    List<Job> drop(Predicate<Job> unwanted) {
        List<Job> dropped = new ArrayList<>();
        waiting.stream().filter(unwanted).forEach(dropped::add);
        later.stream().map(Later::job).filter(unwanted).forEach(dropped::add);
        waiting.removeIf(unwanted);
        later.removeIf(entry -> unwanted.test(entry.job()));
        return dropped;
    }

    void started() {
        inFlight++;
    }

    void ended() {
        inFlight--;
    }

    /** An answer came, whatever it says. */
    void answered() {
        failuresInARow = 0;
        pausesInARow = 0;
        if (allowed < most && (allowed < threshold || ++answersSinceGrowth >= allowed)) {
            allowed++;
            answersSinceGrowth = 0;
        }
    }

    /** The host is busy: fewer calls, none before the given time. */
    void throttled(long now, long until) {
        // Within a pause it is the calls sent before it that say the same once more.
        if (now - notBefore >= 0) {
            threshold = Math.max(1, allowed / 2);
            allowed = threshold;
            answersSinceGrowth = 0;
        }
        notBefore = until - notBefore > 0 ? until : notBefore;
    }

    /** A call failed in a way that more calls would only repeat. Returns a pause that begins now, where one does. */
    Optional<Duration> failed(long now) {
        if (notBefore - now > 0) {
            return Optional.empty();
        }
        threshold = Math.min(threshold, allowed);
        if (++failuresInARow < TRIP) {
            return Optional.empty();
        }
        failuresInARow = TRIP - 1;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(pausesInARow, 5));
        pausesInARow++;
        threshold = Math.max(1, allowed / 2);
        allowed = 1;
        answersSinceGrowth = 0;
        notBefore = now + pause.toNanos();
        return Optional.of(pause);
    }

    /** Whether so many pauses did not help that the lane should be given up. */
    boolean hopeless() {
        return pausesInARow >= GIVE_UP;
    }
}
