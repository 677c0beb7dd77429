package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabCommandTest {
    @TempDir
    private Path folder;

    @Test
    void anExportIsACorpusThatCanBeImported() throws IOException {
        Path export = folder.resolve("world");
        Path probes = Files.writeString(folder.resolve("two.yaml"), """
                suite: two
                version: 1
                about: For a test.
                groups:
                  - category: open
                    language: en
                    maxTokens: 100
                    samples: 1
                    why: For a test.
                    probes:
                      - id: bread
                        ask: Why does bread rise, and what slows it down?
                      - id: tides
                        ask: Why are there two high tides a day and not one?
                      - id: salt
                        ask: Why is the sea salt, and lakes mostly not?
                """);
        Screen first = Screen.log();
        assertThat(first.run(
                        "lab",
                        "--export",
                        export.toString(),
                        "--seed",
                        "5",
                        "--suite",
                        probes.toString(),
                        "--probes",
                        "2"))
                .as(first.notes())
                .isZero();
        int models = Files.readAllLines(export.resolve("lineage.csv")).size() - 1;
        assertThat(models).isGreaterThan(50);
        assertThat(Files.readAllLines(export.resolve("responses.jsonl"))).hasSize(models * 2);
        Screen second = Screen.log();
        assertThat(second.run(
                        "import",
                        export.toString(),
                        "--into",
                        folder.resolve("run").toString()))
                .isZero();
        assertThat(second.answers()).contains("of " + models + " models to 2 questions");
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefusedBeforeAnythingIsMade() {
        Screen screen = Screen.log();
        assertThat(screen.run("lab", "--samples", "2")).isEqualTo(Exit.USAGE);
        assertThat(screen.run("lab", "--probes", "2")).isEqualTo(Exit.USAGE);
        assertThat(screen.run("lab", "--export", folder.toString(), "--probes", "0"))
                .isEqualTo(Exit.USAGE);
        assertThat(screen.run("lab", "--port", "70000")).isEqualTo(Exit.USAGE);
        assertThat(screen.run("lab", "--export", folder.toString(), "--port", "1"))
                .isEqualTo(Exit.USAGE);
        assertThat(screen.notes()).doesNotContain("Making world");
    }
}
