package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.State;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabOptions;
import dev.kinprint.lab.RunningLab;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Suites;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run in a process that does not come to its end. */
@Timeout(180)
class KillTest {
    /** The models of the one test, and of the other, so that the lab's ledger tells them apart. */
    private static final List<String> KILLED = List.of("student-100", "student-30", "student-10", "wrapper");

    private static final List<String> STOPPED = List.of("student-100-b", "student-30-b", "student-10-b", "wrapper-b");
    private static final List<Probe> PROBES = Suites.builtin("quick").probes();
    private static final int CELLS = KILLED.size() * PROBES.size();
    private static final int CONCURRENCY = 4;
    private static final Duration LATENCY = Duration.ofMillis(100);

    private static RunningLab lab;

    @TempDir
    private Path folder;

    @BeforeAll
    static void serve() throws IOException {
        lab = Lab.serve(new LabOptions(1, 0, LATENCY));
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    void afterAKillEveryCellIsAskedOnceOrListedAsInDoubt() throws Exception {
        Path audit = audit(KILLED);
        Child child = Child.start(folder, "run", audit.toString(), "--no-judge");
        awaitRequests(child, KILLED);
        child.process().destroyForcibly();
        assertThat(child.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(asked(KILLED)).as(child.said()).isLessThan(CELLS);

        Screen again = Screen.log();
        assertThat(again.run("run", audit.toString(), "--no-judge"))
                .as(again.notes())
                .isZero();
        Set<CellKey> doubts = inDoubt();
        assertThat(doubts).hasSizeBetween(1, CONCURRENCY);
        doubts.forEach(cell -> assertThat(again.notes()).contains("in doubt: " + cell));
        for (String model : KILLED) {
            for (Probe probe : PROBES) {
                CellKey cell = new CellKey(model, probe.id(), 0);
                long asked = lab.ledger().count(model, probe.prompt());
                assertThat(asked)
                        .as("%s, in doubt: %s", cell, doubts.contains(cell))
                        .isBetween(doubts.contains(cell) ? 0L : 1L, 1L);
            }
        }
        long asked = asked(KILLED);
        assertThat(Screen.log().run("run", audit.toString(), "--no-judge")).isZero();
        assertThat(asked(KILLED))
                .as("cells in doubt are not asked by themselves")
                .isEqualTo(asked);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process there cannot be asked politely to end")
    void afterAPoliteStopCallsInFlightFinishAndTheSameCommandGoesOn() throws Exception {
        Path audit = audit(STOPPED);
        Child child = Child.start(folder, "run", audit.toString(), "--no-judge");
        awaitRequests(child, STOPPED);
        // SIGTERM takes the same way as Ctrl-C, which a process in the background may be told to ignore.
        child.process().destroy();
        assertThat(child.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.process().exitValue()).as(child.said()).isEqualTo(Exit.INTERRUPTED);
        assertThat(child.said()).contains("Stopping: ", "Resume with the same command:  kinprint run " + audit);
        assertThat(asked(STOPPED)).isLessThan(CELLS);

        Screen again = Screen.log();
        assertThat(again.run("run", audit.toString(), "--no-judge")).isZero();
        assertThat(inDoubt()).isEmpty();
        assertThat(asked(STOPPED)).isEqualTo(CELLS);
    }

    private Path audit(List<String> models) {
        String rest = "limits: { concurrency: " + CONCURRENCY + " }\nprobes: [ \"builtin:quick\" ]";
        return Audits.write(folder, lab, models, 1, rest);
    }

    private static long asked(List<String> models) {
        Map<String, Long> counts = lab.ledger().byModel();
        return models.stream()
                .mapToLong(model -> counts.getOrDefault(model, 0L))
                .sum();
    }

    /** Waits until a third of the cells was asked. */
    private static void awaitRequests(Child child, List<String> models) throws Exception {
        while (asked(models) < CELLS / 3) {
            assertThat(child.process().isAlive()).as(child.said()).isTrue();
            Thread.sleep(20);
        }
    }

    private Set<CellKey> inDoubt() {
        Set<CellKey> doubts = new TreeSet<>();
        try (Archive archive =
                Archive.openReadOnly(folder.resolve("results").resolve("test").resolve("archive.sqlite"))) {
            archive.forEach(held -> {
                if (held.state() == State.IN_DOUBT || held.state() == State.PARTIAL) {
                    doubts.add(held.cell().key());
                }
            });
        }
        return doubts;
    }
}
