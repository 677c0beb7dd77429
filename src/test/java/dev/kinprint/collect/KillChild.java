package dev.kinprint.collect;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.provider.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A process of its own that collects into an archive until it is killed, and says on its output what it counts as stored. */
final class KillChild {
    private KillChild() {}

    /** Arguments: archive file, URL of the server, number of probes, retries granted to cells in doubt. */
    public static void main(String[] args) {
        Path file = Path.of(args[0]);
        Plan plan = Plan.of(
                Bench.audit(1, Bench.local("a", args[1])), Bench.probes(Integer.parseInt(args[2])), Bench.NO_KEYS);
        CollectOptions options = new CollectOptions(5, Integer.parseInt(args[3]), Duration.ofSeconds(5), 1);
        CollectListener listener = new CollectListener() {
            @Override
            public void stored(CellKey cell, Outcome outcome) {
                System.out.println("stored " + cell.probe());
            }
        };
        try (Archive archive = Files.exists(file) ? Archive.open(file) : Archive.create(file)) {
            new Collector(archive, plan, Bench.limits(KillTest.CONCURRENCY), options, listener).run();
        }
        System.out.println("done");
    }
}
