package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full half-way: the system lets no file of the process grow past a limit. */
@DisabledOnOs(OS.WINDOWS)
class DiskFullTest {
    private static final int PROBES = 120;

    @TempDir
    Path folder;

    @Test
    void whatWasPaidForIsKeptAndNoMoreIsAskedUntilThereIsRoom() throws Exception {
        Path file = folder.resolve("run.sqlite");
        try (LoopServer server = new LoopServer(asked ->
                LoopServer.Sent.keep(LoopServer.ok(LoopServer.answer("x".repeat(2_000) + asked.serial()))))) {
            List<String> said = child(file, server, "ulimit -f 300; ");
            assertThat(server.ledger()).as("it stopped asking").hasSizeBetween(1, PROBES - 1);
            List<String> stored = said.stream()
                    .filter(line -> line.startsWith("stored "))
                    .map(line -> line.substring(7))
                    .toList();
            assertThat(stored).isNotEmpty();
            try (Archive archive = Archive.openReadOnly(file)) {
                for (String probe : stored) {
                    assertThat(archive.find(new CellKey("a", probe, 0)).orElseThrow().state())
                            .as(probe)
                            .isEqualTo(State.RESULT);
                }
            }
            assertThat(child(file, server, "")).contains("done");
            try (Archive archive = Archive.openReadOnly(file)) {
                Map<State, Long> states = archive.states();
                long kept = states.getOrDefault(State.RESULT, 0L);
                long doubt = states.getOrDefault(State.IN_DOUBT, 0L);
                assertThat(kept + doubt).isEqualTo(PROBES);
                assertThat(doubt).as("those in flight when it was full").isLessThanOrEqualTo(2 * KillTest.CONCURRENCY);
                assertThat(server.ledger()).as("no cell was asked twice").hasSizeLessThanOrEqualTo(PROBES);
            }
        }
    }

    private List<String> child(Path file, LoopServer server, String limit) throws IOException, InterruptedException {
        Path output = folder.resolve("child.txt");
        Process child = new ProcessBuilder(
                        "bash",
                        "-c",
                        limit + "exec \"$0\" \"$@\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillChild.class.getName(),
                        file.toString(),
                        server.url(),
                        Integer.toString(PROBES),
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(output);
    }
}
