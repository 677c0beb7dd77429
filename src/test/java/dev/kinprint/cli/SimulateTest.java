package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
    /** Where it fails after a change that was meant, write the file anew with the same command, and the report too. */
    @Test
    void aSliceOfTheSimulationIsAsItWas(@TempDir Path folder) throws IOException {
        Screen screen = Screen.log();
        assertThat(screen.run(
                        "simulate",
                        "--worlds",
                        "201",
                        "--doses",
                        "0,50",
                        "--probes",
                        "24",
                        "--panel",
                        "12",
                        "--suite",
                        "quick",
                        "--draws",
                        "5",
                        "--out",
                        folder.toString()))
                .as(screen.notes())
                .isZero();

        assertThat(Files.readString(folder.resolve("simulation.json")))
                .isEqualTo(Files.readString(Path.of("src/test/resources/dev/kinprint/cli/simulation-slice.json")));
        assertThat(Files.readString(folder.resolve("README.md")))
                .contains("kinprint simulate --worlds 201 --doses 0,50 --probes 24 --panel 12")
                .contains("## 24 probes, a background of 12 labs")
                .contains("| student, dose 50 % | 4 |");
    }

    @Test
    void whatCannotBeSimulatedIsRefusedBeforeAnythingIsMade(@TempDir Path folder) {
        Screen screen = Screen.log();
        String out = folder.toString();
        assertThat(screen.run("simulate", "--doses", "101", "--out", out)).isEqualTo(Exit.USAGE);
        assertThat(screen.run("simulate", "--probes", "1000", "--out", out)).isEqualTo(Exit.USAGE);
        assertThat(screen.run("simulate", "--panel", "44", "--out", out)).isEqualTo(Exit.USAGE);
        assertThat(screen.notes())
                .contains("--doses 101", "--probes 1000", "--panel 44")
                .doesNotContain("World");
    }
}
