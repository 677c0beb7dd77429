package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private static final String LINE =
            "{\"model\": \"alpha\", \"prompt\": \"Why does bread rise?\", \"sample\": %d, \"text\": \"Yeast.\"}%n";

    @TempDir
    private Path folder;

    @Test
    void outputsComeInOnce() throws IOException {
        Path source = Files.writeString(folder.resolve("o.jsonl"), LINE.formatted(0) + LINE.formatted(1));
        Path into = folder.resolve("run");
        Screen first = Screen.log();
        assertThat(first.run("import", source.toString(), "--into", into.toString()))
                .as(first.notes())
                .isZero();
        assertThat(first.answers()).contains("Imported 2 answers of 1 models to 1 questions");
        Screen second = Screen.log();
        assertThat(second.run("import", source.toString(), "--into", into.toString()))
                .isZero();
        assertThat(second.answers()).contains("Nothing new: 2 answers");
        try (Archive archive = Archive.openReadOnly(into.resolve("archive.sqlite"))) {
            assertThat(Corpus.read(archive).size()).isEqualTo(2);
        }
    }

    @Test
    void aBadLineIsNamedAndNothingIsWritten() throws IOException {
        Path source = Files.writeString(folder.resolve("o.jsonl"), LINE.formatted(0) + "{\"model\": 7}\n");
        Path into = folder.resolve("run");
        Screen screen = Screen.log();
        assertThat(screen.run("import", source.toString(), "--into", into.toString()))
                .isEqualTo(Exit.USAGE);
        assertThat(screen.notes()).contains("o.jsonl:2");
        assertThat(into).doesNotExist();
    }

    @Test
    void theFolderOfTheRunMustBeNamed() {
        Screen screen = Screen.log();
        assertThat(screen.run("import", "o.jsonl")).isEqualTo(Exit.USAGE);
        assertThat(screen.notes()).contains("--into");
    }
}
