package dev.kinprint.collect;

import dev.kinprint.archive.CellKey;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which call goes next, and when: the lanes of all hosts, pauses, and what is asked no more. */
final class Traffic {
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final int maxRetries;
    private final Backoff backoff;
    private final CollectListener listener;
    private final SortedMap<String, Lane> lanes = new TreeMap<>();
    private final Map<CellKey, Integer> failures = new HashMap<>();
    private final Set<String> closedAccounts = new HashSet<>();
    private final SortedMap<String, String> halted = new TreeMap<>();

    Traffic(CollectOptions options, CollectListener listener) {
        this.maxRetries = options.maxRetries();
        this.backoff = new Backoff(options.seed());
        this.listener = listener;
    }

    /** A lane for a host: how it begins, and the most calls in flight ever. */
    void lane(String name, Plan.Start start, int most, long now) {
        lanes.put(name, new Lane(name, start, most, now));
    }

    /** The models that are asked no more, each with the reason. */
    SortedMap<String, String> halted() {
        return halted;
    }

    void add(Job job) {
        lane(job).add(job);
    }

    /** The next call that may start now, over all lanes. */
    Optional<Job> next(long now) {
        for (Lane lane : lanes.values()) {
            Optional<Job> job = lane.next(now);
            if (job.isPresent()) {
                lane.started();
                return job;
            }
        }
        return Optional.empty();
    }

    /** A call that was chosen does not start after all. */
    void putBack(Job job, long now) {
        lane(job).ended();
        lane(job).addLater(job, now);
    }

    boolean idle() {
        return lanes.values().stream().allMatch(Lane::idle);
    }

    /** The next moment at which {@link #next} may have something new without any answer. */
    Optional<Long> wake(long now) {
        Optional<Long> first = Optional.empty();
        for (Lane lane : lanes.values()) {
            Optional<Long> wake = lane.wake(now);
            if (wake.isPresent() && (first.isEmpty() || wake.get() - first.get() < 0)) {
                first = wake;
            }
        }
        return first;
    }

    /**
     * A call brought what settles its cell, from a host that works. Its place is free at once, before that is on disk, so
     * that one commit can hold the answer and the intent of the call that takes the place.
     */
    void answered(Job job) {
        Lane lane = lane(job);
        lane.ended();
        lane.answered();
    }

    /**
     * A call ended in any other way, and what it came to is on disk.
     *
     * @param secondChance whether a cell in doubt may be asked again
     */
    void ended(Settlement settlement, boolean secondChance, long now) {
        Job job = settlement.job();
        Lane lane = lane(job);
        lane.ended();
        switch (settlement.sign()) {
            case WELL -> lane.answered();
            case BUSY -> {}
            case FAILING ->
                lane.failed(now).ifPresent(pause -> listener.waiting(lane.name(), settlement.reason(), pause));
        }
        settlement.reaction().ifPresent(reaction -> {
            switch (reaction) {
                case AGAIN -> again(settlement, now);
                case HOLD -> {
                    if (secondChance) {
                        again(settlement, now);
                    }
                }
                case STOP_MODEL -> halt(job, other -> sameModel(job, other), settlement.reason());
                case STOP_KEY -> {
                    closedAccounts.add(job.account());
                    halt(job, other -> other.account().equals(job.account()), settlement.reason());
                }
                case STOP_CELL, KEEP -> {}
            }
        });
        if (lane.hopeless()) {
            halt(
                    job,
                    other -> other.lane().equals(job.lane()),
                    "the host fails again and again: " + settlement.reason());
        }
    }

    private void again(Settlement settlement, long now) {
        Job job = settlement.job();
        int count = failures.merge(job.cell().key(), 1, Integer::sum);
        Duration pause = settlement.pause().map(backoff::asked).orElseGet(() -> backoff.after(count));
        if (pause.compareTo(LONGEST_WAIT) > 0) {
            halt(job, other -> other.account().equals(job.account()), "asks to wait " + pause.toMinutes() + " minutes");
            return;
        }
        if (settlement.sign() == Settlement.Sign.BUSY) {
            lane(job).throttled(now, now + pause.toNanos());
            listener.waiting(job.lane(), settlement.reason(), pause);
        }
        boolean stopped = halted.containsKey(job.cell().key().subject()) || closedAccounts.contains(job.account());
        if (count > maxRetries || stopped) {
            listener.missed(job.cell().key(), settlement.reason());
        } else {
            lane(job).addLater(job, now + pause.toNanos());
            listener.again(job.cell().key(), settlement.reason(), pause);
        }
    }

    private static boolean sameModel(Job one, Job other) {
        return one.cell().key().subject().equals(other.cell().key().subject());
    }

    private void halt(Job job, Predicate<Job> which, String reason) {
        Set<String> subjects = new HashSet<>();
        subjects.add(job.cell().key().subject());
        Collection<Job> dropped = lane(job).drop(which);
        dropped.forEach(other -> subjects.add(other.cell().key().subject()));
        for (String subject : subjects) {
            if (halted.putIfAbsent(subject, reason) == null) {
                listener.halted(subject, reason);
            }
        }
    }

    private Lane lane(Job job) {
        Lane lane = lanes.get(job.lane());
        if (lane == null) {
            throw new IllegalArgumentException("lane: no lane for " + job.lane());
        }
        return lane;
    }
}
