package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.State;
import dev.kinprint.provider.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that really becomes full in the middle of a collection: a small file system in memory, which takes root. */
@Timeout(60)
class DiskFullTest {
    private static final int PROBES = 120;
    private static final int CONCURRENCY = 4;

    @TempDir
    private Path folder;

    private static int command(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingIsLostOrPaidTwiceWhenTheDiskIsFull() throws Exception {
        String disk = folder.toString();
        assumeTrue(command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk) == 0, "only root may mount");
        Path file = folder.resolve("archive.sqlite");
        try (LoopServer server = new LoopServer(
                asked -> LoopServer.Sent.keep(LoopServer.ok(LoopServer.answer("long ".repeat(3_000)))))) {
            Set<String> acknowledged = ConcurrentHashMap.newKeySet();
            CollectSummary full = run(file, server, acknowledged);
            assertThat(full.ended()).isEqualTo(CollectSummary.Ended.STORAGE);
            assertThat(acknowledged).isNotEmpty().hasSizeLessThan(PROBES);
            check(file, server, acknowledged);

            assertThat(command("mount", "-o", "remount,size=64m", disk)).isZero();
            CollectSummary rest = run(file, server, acknowledged);
            assertThat(rest.ended()).isEqualTo(CollectSummary.Ended.COMPLETE);
            assertThat(rest.stored() + rest.inDoubt()).isEqualTo(PROBES);
            assertThat(rest.inDoubt()).isLessThanOrEqualTo(CONCURRENCY);
            check(file, server, acknowledged);
        } finally {
            command("umount", disk);
        }
    }

    private static CollectSummary run(Path file, LoopServer server, Set<String> acknowledged) {
        CollectListener listener = new CollectListener() {
            @Override
            public void stored(CellKey cell, Outcome outcome) {
                acknowledged.add(cell.probe());
            }
        };
        boolean there = file.toFile().exists();
        try (Archive archive = there ? Archive.open(file) : Archive.create(file)) {
            return new Collector(
                            archive,
                            Bench.plan(server, PROBES),
                            Bench.limits(CONCURRENCY),
                            CollectOptions.DEFAULT,
                            listener,
                            new Surroundings(new FastTiming(), Dns.SYSTEM, Bench.QUICK))
                    .run();
        }
    }

    /** What was said to be stored is stored, what was charged was charged once and is accounted for. */
    private static void check(Path file, LoopServer server, Set<String> acknowledged) {
        Map<String, Long> charges = server.ledger().stream()
                .collect(Collectors.groupingBy(LoopServer.Asked::prompt, Collectors.counting()));
        assertThat(charges.values()).allMatch(count -> count == 1);
        try (Archive archive = Archive.openReadOnly(file)) {
            acknowledged.forEach(probe ->
                    assertThat(Bench.stored(archive, probe).state()).as(probe).isEqualTo(State.RESULT));
            charges.keySet()
                    .forEach(probe -> assertThat(Bench.stored(archive, probe).state())
                            .as(probe)
                            .isIn(State.RESULT, State.INTENT, State.IN_DOUBT, State.PARTIAL));
        }
    }
}
