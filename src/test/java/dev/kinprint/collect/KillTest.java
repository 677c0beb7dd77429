package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.State;
import dev.kinprint.archive.StoredExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a collecting process at random instants, again and again, and compares the archive with the ledger of the
 * server, which charges for every request that reaches it. {@code -Dkills=1000} makes it thorough, and another
 * {@code -Dkills.seed} gives other instants.
 */
class KillTest {
    static final int CONCURRENCY = 4;
    private static final int PROBES = 120;

    @TempDir
    Path folder;

    private final Random random = new Random(Long.getLong("kills.seed", 20261122));
    private final Set<String> acknowledged = new HashSet<>();
    private int kills;
    private int runs;
    private long charged;
    private long kept;
    private long doubtful;

    @Test
    void nothingIsLostPaidTwiceOrUnaccounted() throws Exception {
        int wanted = Integer.getInteger("kills", 20);
        int round = 0;
        while (kills < wanted) {
            oneRun(folder.resolve("run-" + round + ".sqlite"), wanted, round % 2);
            round++;
            publish();
        }
        assertThat(kills).isEqualTo(wanted);
    }

    /** Kills and restarts one run until it is complete or there were enough kills; then checks it and ends it in peace. */
    private void oneRun(Path file, int wanted, int retries) throws Exception {
        acknowledged.clear();
        try (LoopServer server = new LoopServer(asked -> LoopServer.Sent.late(
                LoopServer.ok(LoopServer.answer("answer " + asked.serial())), asked.serial() % 7))) {
            int doubtBefore = 0;
            boolean done = false;
            while (!done && kills < wanted) {
                done = runAndKill(file, server, retries);
                if (Files.exists(file)) {
                    int doubt = check(file, server, retries);
                    assertThat(doubt - doubtBefore)
                            .as("in doubt after one kill")
                            .isLessThanOrEqualTo(CONCURRENCY);
                    doubtBefore = doubt;
                }
            }
            if (!done) {
                assertThat(start(file, server, retries).waitFor(120, TimeUnit.SECONDS))
                        .isTrue();
                check(file, server, retries);
            }
            account(file, server);
        }
    }

    /** Adds up what one run came to; every figure was checked before. */
    private void account(Path file, LoopServer server) {
        runs++;
        charged += server.ledger().size();
        try (Archive archive = Archive.openReadOnly(file)) {
            Map<State, Long> states = archive.states();
            kept += states.getOrDefault(State.RESULT, 0L);
            doubtful += states.getOrDefault(State.IN_DOUBT, 0L) + states.getOrDefault(State.PARTIAL, 0L);
        }
    }

    /** Writes the counts so far, for {@code results/reliability}; what is 0 here would have failed the test otherwise. */
    private void publish() throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target", "kills.csv"),
                "kills,runs,calls charged,answers kept,in doubt,lost,paid twice without a recorded decision,unaccounted\n"
                        + kills + "," + runs + "," + charged + "," + kept + "," + doubtful + ",0,0,0\n");
    }

    /** Whether the process came to its end before it was killed. */
    private boolean runAndKill(Path file, LoopServer server, int retries) throws Exception {
        int before = server.ledger().size();
        Process child = start(file, server, retries);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        // From some request of this process on, plus a moment: most kills then fall between two calls or two commits.
        int after = before + random.nextInt(14);
        while (server.ledger().size() < after && child.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(12));
        boolean alive = child.isAlive();
        child.destroyForcibly();
        child.waitFor();
        List<String> said = Files.readAllLines(output());
        for (String line : said) {
            if (line.startsWith("stored ")) {
                acknowledged.add(line.substring(7));
            } else {
                assertThat(line).isEqualTo("done");
            }
        }
        kills += alive ? 1 : 0;
        return said.contains("done");
    }

    private Path output() {
        return folder.resolve("child.txt");
    }

    private Process start(Path file, LoopServer server, int retries) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillChild.class.getName(),
                        file.toString(),
                        server.url(),
                        Integer.toString(PROBES),
                        Integer.toString(retries))
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    /** The oracle; returns how many cells are in doubt. */
    private int check(Path file, LoopServer server, int retries) {
        Map<String, List<Integer>> charges = new HashMap<>();
        for (LoopServer.Asked asked : server.ledger()) {
            charges.computeIfAbsent(asked.prompt(), prompt -> new ArrayList<>()).add(asked.serial());
        }
        Map<Integer, String> sent = server.answers();
        int doubt = 0;
        try (Archive archive = Archive.openReadOnly(file)) {
            for (String probe : acknowledged) {
                StoredExchange held = archive.find(new CellKey("a", probe, 0)).orElseThrow();
                assertThat(held.state()).as("acknowledged: " + probe).isEqualTo(State.RESULT);
                String body = new String(held.reply().orElseThrow().body().toArray(), StandardCharsets.UTF_8);
                assertThat(charges.getOrDefault(probe, List.of()).stream().map(serial -> sent.getOrDefault(serial, "")))
                        .as("bytes of " + probe)
                        .contains(LoopServer.ok(body));
            }
            for (Map.Entry<String, List<Integer>> charge : charges.entrySet()) {
                StoredExchange held =
                        archive.find(new CellKey("a", charge.getKey(), 0)).orElseThrow();
                assertThat(charge.getValue())
                        .as("charges for " + charge.getKey())
                        .hasSizeLessThanOrEqualTo(1 + retries);
                // A cell that is granted another try was in doubt, and its first charge is in the log as such.
                assertThat(held.state())
                        .as("account of " + charge.getKey())
                        .isIn(State.RESULT, State.PARTIAL, State.IN_DOUBT, State.INTENT, State.RETRY_AUTHORISED);
                assertThat(held.attempts())
                        .isGreaterThanOrEqualTo(charge.getValue().size());
            }
            Map<State, Long> states = archive.states();
            for (State state : List.of(State.INTENT, State.IN_DOUBT, State.PARTIAL)) {
                doubt += states.getOrDefault(state, 0L).intValue();
            }
        }
        return doubt;
    }
}
