package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabOptions;
import dev.kinprint.lab.RunningLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a locked plan to a pack that someone else verifies, down to the bytes of the report. */
class CustodyTest {
    @TempDir
    private Path folder;

    @Test
    void aLockedRunIsSealedPackedAndJudgedAgainByteForByte() throws IOException {
        Path run = folder.resolve("results").resolve("test");
        Path key = folder.resolve("seal.key");
        Path pack = folder.resolve("test.zip");
        Path audit;
        try (RunningLab lab = Lab.serve(new LabOptions(1, 0, Duration.ZERO))) {
            audit = Audits.write(
                    folder,
                    lab,
                    List.of("student-100", "student-30", "wrapper"),
                    1,
                    "judge: { embedder: \"builtin:none\" }\nprobes: [ \"builtin:quick\" ]");
            Screen plan = Screen.log();
            assertThat(plan.run("plan", audit.toString(), "--lock"))
                    .as(plan.notes())
                    .isZero();
            assertThat(plan.answers()).contains("Plan locked: ");
            Screen collected = Screen.log();
            collected.run("run", audit.toString());
            assertThat(collected.answers()).contains("Plan: locked before the first question and kept");
            assertThat(Files.readString(run.resolve("result.json"))).contains("\"standing\" : \"honoured\"");
            assertThat(Files.readString(run.resolve("report.html")))
                    .contains("plan locked before the first question, and kept", "No sampling parameter was set");
        }
        Screen other = Screen.log();
        other.run(
                "judge",
                run.toString(),
                "--seed",
                "9",
                "--embedder",
                "none",
                "--out",
                folder.resolve("o").toString());
        assertThat(other.answers()).contains("EXPLORATORY: a plan was locked");

        assertThat(Screen.log().run("seal", run.toString())).isEqualTo(Exit.USAGE);
        assertThat(Screen.log().run("seal", run.toString(), "--new-key", key.toString()))
                .isZero();
        assertThat(Screen.log().run("pack", run.toString(), "--out", pack.toString()))
                .isZero();
        Screen verified = Screen.log();
        assertThat(verified.run("verify", pack.toString()))
                .as(verified.answers())
                .isZero();
        assertThat(verified.answers())
                .contains(
                        "PASS  chain", "PASS  plan", "PASS  rows", "PASS  files", "PASS  judging", "same to the byte");

        // Another report, with a seal of one's own: judging again tells.
        Path result = run.resolve("result.json");
        Files.writeString(result, Files.readString(result) + "\n");
        assertThat(Screen.log().run("verify", run.toString(), "--no-judge")).isEqualTo(Exit.INTEGRITY);
        assertThat(Screen.log().run("seal", run.toString(), "--key", key.toString()))
                .isZero();
        Screen caught = Screen.log();
        assertThat(caught.run("verify", run.toString())).isEqualTo(Exit.INTEGRITY);
        assertThat(caught.answers()).contains("FAIL  judging", "other bytes in result.json");
    }
}
