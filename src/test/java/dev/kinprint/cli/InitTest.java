package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.suite.Audit;
import dev.kinprint.suite.AuditFile;
import dev.kinprint.suite.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"audit", "research", "ci"})
    void writesAFileThatAPlanTakes(String use) {
        Path file = folder.resolve("kinprint.yaml");
        Screen screen = Screen.log();
        assertThat(screen.run("init", "--use-case", use, "--out", file.toString()))
                .isZero();
        Audit audit = AuditFile.read(file);
        assertThat(audit.models()).extracting(Subject::role).contains(Subject.Role.SUSPECT, Subject.Role.CANDIDATE);
        assertThat(screen.answers()).contains("Wrote", "ANTHROPIC_API_KEY is not set", "kinprint plan");
        assertThat(screen.run("plan", file.toString())).isZero();
    }

    @Test
    void takesModelsFromTheCommandLineAndNamesTheKeysThatItFound() {
        Path file = folder.resolve("mine.yaml");
        Screen screen = Screen.log();
        assertThat(screen.run(
                        Map.of("ANTHROPIC_API_KEY", "x"),
                        "init",
                        "--suspect",
                        "https://api.example.com/v1#acme \"large\": [x]",
                        "--teacher",
                        "anthropic/claude-sonnet-4-5",
                        "--models",
                        "ollama/llama3.2,anthropic/claude-sonnet-4-5",
                        "--out",
                        file.toString()))
                .isZero();
        Audit audit = AuditFile.read(file);
        assertThat(audit.models())
                .extracting(Subject::id)
                .containsExactly("acme-large-x", "claude-sonnet-4-5", "llama3.2", "claude-sonnet-4-5-2");
        assertThat(audit.models().get(0).model()).isEqualTo("acme \"large\": [x]");
        assertThat(screen.answers())
                .contains("ANTHROPIC_API_KEY found", "SUSPECT_KEY is not set", "ollama needs no key");
    }

    @Test
    void replacesNoFileAndRefusesWhatNamesNoModel() throws IOException {
        Path file = Files.writeString(folder.resolve("kinprint.yaml"), "mine");
        Screen screen = Screen.log();
        assertThat(screen.run("init", "--out", file.toString())).isEqualTo(Exit.USAGE);
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(screen.run(
                        "init",
                        "--models",
                        "gpt",
                        "--out",
                        folder.resolve("b.yaml").toString()))
                .isEqualTo(Exit.USAGE);
        assertThat(screen.notes()).contains("neither PROVIDER/MODEL");
        assertThat(screen.run(
                        "init",
                        "--suspect",
                        "nobody/x",
                        "--out",
                        folder.resolve("c.yaml").toString()))
                .isEqualTo(Exit.USAGE);
    }
}
