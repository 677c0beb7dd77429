package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.collect.CollectOptions;
import dev.kinprint.collect.CollectSummary;
import dev.kinprint.collect.Collector;
import dev.kinprint.collect.Plan;
import dev.kinprint.suite.Limits;
import java.time.Duration;
import java.time.Instant;

/** Asks what is open of a plan, into the archive of the run. */
final class Collecting {
    private static final int TOO_MANY = 3;
    private static final Duration LEAST = Duration.ofMillis(1);

    private final Console console;
    private final String again;
    private final int inDoubtRetries;
    private final long begun = System.nanoTime();

    /**
     * A collection.
     *
     * @param again the command that goes on where this one ends
     * @param inDoubtRetries how often a cell that may have been paid for is asked again
     */
    Collecting(Console console, String again, int inDoubtRetries) {
        this.console = console;
        this.again = again;
        this.inDoubtRetries = inDoubtRetries;
    }

    /** Collects, and says how it ended. */
    Ending.Told run(Prepared prepared, Plan plan) {
        try (Archive archive = prepared.folder().write()) {
            CollectSummary summary = collect(archive, prepared, plan, plan);
            return new Ending(console, prepared.folder(), again).tell(summary, archive);
        }
    }

    /**
     * Collects a part of a plan, and says how it ended only where not all of the part was collected.
     *
     * @param whole the plan that it is a part of
     */
    Ending.Told round(Prepared prepared, Plan part, Plan whole) {
        try (Archive archive = prepared.folder().write()) {
            CollectSummary summary = collect(archive, prepared, part, whole);
            return summary.ended() == CollectSummary.Ended.COMPLETE
                            && summary.halted().isEmpty()
                    ? new Ending.Told(Exit.OK, true)
                    : new Ending(console, prepared.folder(), again).tell(summary, archive);
        }
    }

    private CollectSummary collect(Archive archive, Prepared prepared, Plan part, Plan whole) {
        CollectOptions options = new CollectOptions(
                CollectOptions.DEFAULT.maxRetries(),
                inDoubtRetries,
                CollectOptions.DEFAULT.drain(),
                prepared.audit().run().seed());
        prepared.store(archive, Instant.now());
        whole.describe(archive, Instant.now());
        try (ProgressLine line = console.progress("Collecting")) {
            CollectProgress progress = new CollectProgress(console, line, part.size());
            return collect(new Collector(archive, part, left(prepared.audit().limits()), options, progress));
        }
    }

    /** The limits with what is left of the time: it counts from the first call on, over all parts of a plan. */
    private Limits left(Limits limits) {
        return new Limits(
                limits.budgetUsd(),
                limits.maxCalls(),
                limits.deadline().map(time -> {
                    Duration left = time.minusNanos(System.nanoTime() - begun);
                    return left.compareTo(LEAST) < 0 ? LEAST : left;
                }),
                limits.concurrency());
    }

    private CollectSummary collect(Collector collector) {
        Stops stops = new Stops(collector);
        Interrupts interrupts = new Interrupts(stops::another);
        try {
            return collector.run();
        } finally {
            interrupts.close();
        }
    }

    /** Once: no more calls. Twice: those in flight are broken off. Three times: the process ends as it stands. */
    private final class Stops {
        private final Collector collector;
        private int count;

        Stops(Collector collector) {
            this.collector = collector;
        }

        synchronized void another() {
            count++;
            if (count >= TOO_MANY) {
                Runtime.getRuntime().halt(Exit.INTERRUPTED);
            }
            console.problem(
                    count == 1
                            ? "Stopping: calls in flight may finish, for up to half a minute. Again to break them off."
                            : "Breaking off what is in flight; it may have been paid for.");
            collector.stop();
        }
    }
}
