package dev.kinprint.collect;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Step;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that decides and writes. In each turn it takes what has come, records it together with the intents of
 * the calls that start now in one commit, and only then tells of it and lets the calls go.
 */
final class Session {
    /** Bounds how much one commit holds; what comes meanwhile waits in memory for the next. */
    private static final int BATCH = 256;

    /** How long a turn waits where nothing is due. Every call ends, and its end wakes the thread. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(60);

    /** A settlement that is not on disk yet, with the decision to ask again where there is one. */
    private record Pending(Settlement settlement, Optional<Step> secondChance) {}

    /** What other threads want done on this one: a delivery is taken, or a stop merely ends the waiting. */
    private final BlockingQueue<Runnable> arrivals = new LinkedBlockingQueue<>();

    private final AtomicInteger stops = new AtomicInteger();
    private final Archive archive;
    private final Wire wire;
    private final Timing timing;
    private final CollectListener listener;
    private final Backlog backlog;
    private final Purse purse;
    private final Traffic traffic;
    private final Duration drain;
    private final Optional<Long> deadline;
    private final List<Pending> pending = new ArrayList<>();
    private CollectSummary.@Nullable Ended ended;
    private long endedAt;
    private boolean cancelled;

    /** Whether the next call has to wait until calls in flight cost less than was reserved for them. */
    private boolean shortOfMoney;

    private int inFlight;
    private int asked;

    Session(
            Archive archive,
            Wire wire,
            Timing timing,
            CollectListener listener,
            Backlog backlog,
            Purse purse,
            Traffic traffic,
            CollectOptions options,
            Optional<Duration> time) {
        this.archive = archive;
        this.wire = wire;
        this.timing = timing;
        this.listener = listener;
        this.backlog = backlog;
        this.purse = purse;
        this.traffic = traffic;
        this.drain = options.drain();
        this.deadline = time.map(most -> timing.nanos() + most.toNanos());
    }

    void stop() {
        stops.incrementAndGet();
        arrivals.add(() -> {});
    }

    int asked() {
        return asked;
    }

    /** Runs to the end, and says why it ended. */
    CollectSummary.Ended run() {
        boolean interrupted = false;
        do {
            try {
                take(timing.poll(arrivals, patience()));
            } catch (InterruptedException e) {
                interrupted = true;
                stops.incrementAndGet();
            }
            watch(timing.nanos());
            List<Job> going = ended == null ? choose() : List.of();
            if (save(going)) {
                going.forEach(job -> wire.send(job.parcel(), delivery -> deliver(job, delivery)));
            }
        } while (inFlight > 0 || (ended == null && !traffic.idle()));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return ended == null ? CollectSummary.Ended.COMPLETE : ended;
    }

    /** How long to wait for the next arrival. */
    private long patience() {
        if (inFlight == 0 && traffic.idle()) {
            return 0;
        }
        long now = timing.nanos();
        long until = now + LONGEST_TURN.toNanos();
        if (ended == null) {
            until = shortOfMoney ? until : earlier(until, traffic.wake(now));
            until = earlier(until, deadline);
        } else if (!cancelled) {
            until = earlier(until, Optional.of(endedAt + drain.toNanos()));
        }
        return Math.max(0, until - now);
    }

    private static long earlier(long one, Optional<Long> other) {
        return other.isPresent() && other.get() - one < 0 ? other.get() : one;
    }

    private void take(@Nullable Runnable first) {
        List<Runnable> batch = new ArrayList<>();
        arrivals.drainTo(batch, BATCH);
        if (first != null) {
            first.run();
        }
        batch.forEach(Runnable::run);
    }

    /** A call ended: reads what came, on the thread of the call. */
    private void deliver(Job job, Delivery delivery) {
        try {
            Settlement settlement = Settlement.of(job, delivery, timing.now());
            arrivals.add(() -> settle(settlement));
        } catch (RuntimeException e) {
            arrivals.add(() -> {
                throw e;
            });
        }
    }

    private void settle(Settlement settlement) {
        inFlight--;
        purse.settle(settlement);
        if (settlement.conclusive()) {
            traffic.answered(settlement.job());
        }
        Optional<Step> again = settlement.reaction().equals(Optional.of(Reaction.HOLD))
                ? backlog.secondChance(settlement.step().cell(), timing.now())
                : Optional.empty();
        pending.add(new Pending(settlement, again));
    }

    /** Ends the run where someone asks for it or the time is up, and breaks calls off that take too long to drain. */
    private void watch(long now) {
        if (stops.get() > 0) {
            end(CollectSummary.Ended.STOPPED, now);
        } else if (deadline.isPresent() && now - deadline.get() >= 0) {
            end(CollectSummary.Ended.DEADLINE, now);
        }
        boolean enough = stops.get() > 1 || (ended != null && now - endedAt - drain.toNanos() >= 0);
        if (enough && !cancelled) {
            cancelled = true;
            wire.cancel();
        }
    }

    private void end(CollectSummary.Ended why, long now) {
        if (ended == null) {
            ended = why;
            endedAt = now;
        }
    }

    private List<Job> choose() {
        List<Job> going = new ArrayList<>();
        long now = timing.nanos();
        shortOfMoney = false;
        while (going.size() < BATCH) {
            Optional<Job> job = traffic.next(now);
            if (job.isEmpty()) {
                break;
            }
            Optional<CollectSummary.Ended> forbidden = purse.forbids(job.get());
            if (forbidden.isPresent()) {
                traffic.putBack(job.get(), now);
                shortOfMoney = forbidden.get() == CollectSummary.Ended.BUDGET && inFlight + going.size() > 0;
                if (!shortOfMoney) {
                    end(forbidden.get(), now);
                }
                break;
            }
            purse.reserve(job.get());
            going.add(job.get());
        }
        return going;
    }

    /** One commit. Where the disk fails, no call starts any more, and what has come is tried again with the next turn. */
    private boolean save(List<Job> going) {
        List<Step> steps = new ArrayList<>();
        for (Pending one : pending) {
            steps.add(one.settlement().step());
            one.secondChance().ifPresent(steps::add);
        }
        going.forEach(job -> steps.add(Step.intent(job.cell().key(), timing.now(), job.reserve())));
        if (steps.isEmpty()) {
            return true;
        }
        try {
            archive.append(steps);
        } catch (UncheckedIOException e) {
            going.forEach(purse::release);
            end(CollectSummary.Ended.STORAGE, timing.nanos());
            return false;
        }
        inFlight += going.size();
        asked += going.size();
        going.forEach(job -> backlog.attempted(job.cell().key()));
        long now = timing.nanos();
        for (Pending one : pending) {
            tell(one.settlement(), one.secondChance().isPresent());
            if (!one.settlement().conclusive()) {
                traffic.ended(one.settlement(), one.secondChance().isPresent(), now);
            }
        }
        if (!pending.isEmpty()) {
            pending.clear();
            listener.spent(purse.spend());
        }
        return true;
    }

    private void tell(Settlement settlement, boolean secondChance) {
        var key = settlement.step().cell();
        settlement.outcome().ifPresent(outcome -> {
            backlog.set(key, Backlog.Standing.STORED);
            listener.stored(key, outcome);
        });
        settlement.reaction().ifPresent(reaction -> {
            if (reaction == Reaction.HOLD && !secondChance) {
                backlog.set(key, Backlog.Standing.DOUBT);
                listener.missed(key, settlement.reason());
            } else if (reaction == Reaction.STOP_CELL) {
                backlog.set(key, Backlog.Standing.REJECTED);
                listener.missed(key, settlement.reason());
            }
        });
    }
}
