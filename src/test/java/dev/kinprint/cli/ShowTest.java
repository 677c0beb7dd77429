package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowTest {
    @TempDir
    private Path folder = Path.of("");

    private String run = "";

    @BeforeEach
    void storeTwoAnswers() throws IOException {
        Path source = Files.writeString(folder.resolve("o.jsonl"), """
                {"model": "mine", "question": "q1", "prompt": "Why?", "text": "Because \\u001b[31mred\\n::error::forged"}
                {"model": "theirs", "question": "q1", "prompt": "Why?", "text": "No reason."}
                """);
        run = folder.resolve("run").toString();
        Screen screen = Screen.log();
        assertThat(screen.run("import", source.toString(), "--into", run))
                .as(screen.notes())
                .isZero();
    }

    private String probe() {
        Screen screen = Screen.log();
        assertThat(screen.run("show", run, "mine")).as(screen.notes()).isZero();
        return screen.answers().strip().split("\\s+")[0];
    }

    @Test
    void showsACellBesideAnotherWithNothingHidden() {
        Screen screen = Screen.log();
        assertThat(screen.run("show", run, "mine", probe(), "--beside", "theirs"))
                .as(screen.notes())
                .isZero();
        assertThat(screen.answers())
                .contains("mine / " + probe() + " / 0", "RESULT", "Because", "theirs / ", "No reason.")
                .doesNotContain("\u001b")
                .doesNotContainPattern("(?m)^::error");
    }

    @Test
    void whatIsNotThereIsAUsageError() {
        Screen screen = Screen.log();
        assertThat(screen.run("show", run, "nobody")).isEqualTo(Exit.USAGE);
        assertThat(screen.run("show", run, "mine", "no-such-probe")).isEqualTo(Exit.USAGE);
        assertThat(screen.run("show", run, "mine", probe(), "--sample", "9")).isEqualTo(Exit.USAGE);
        assertThat(screen.run("show", folder.resolve("empty").toString(), "mine"))
                .isEqualTo(Exit.USAGE);
        assertThat(screen.notes()).contains("There is no such cell", "There is no run");
    }
}
