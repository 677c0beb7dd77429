package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.collect.CollectOptions;
import dev.kinprint.collect.CollectSummary;
import dev.kinprint.collect.Collector;
import dev.kinprint.collect.Plan;
import java.time.Instant;

/** Asks what is open of a plan, into the archive of the run. */
final class Collecting {
    private static final int TOO_MANY = 3;

    private final Console console;
    private final String again;
    private final int inDoubtRetries;

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
        CollectOptions options = new CollectOptions(
                CollectOptions.DEFAULT.maxRetries(),
                inDoubtRetries,
                CollectOptions.DEFAULT.drain(),
                prepared.audit().run().seed());
        try (Archive archive = prepared.folder().write()) {
            prepared.store(archive, Instant.now());
            plan.describe(archive, Instant.now());
            CollectSummary summary;
            try (ProgressLine line = console.progress("Collecting")) {
                CollectProgress progress = new CollectProgress(console, line, plan.size());
                summary = collect(new Collector(archive, plan, prepared.audit().limits(), options, progress));
            }
            return new Ending(console, prepared.folder(), again).tell(summary, archive);
        }
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
