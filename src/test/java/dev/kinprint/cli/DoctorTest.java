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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final String FAR = """
            version: 1
            run: { name: test }
            models:
              - { id: a, provider: anthropic, model: claude-haiku-4-5, role: suspect }
              - { id: b, provider: openai, model: gpt-4o, role: candidate }
            probes: [ "builtin:quick" ]
            """;

    @TempDir
    private Path folder;

    @Test
    void keysAreNamedAndShownByTheirEndAlone() throws IOException {
        String audit = Files.writeString(folder.resolve("audit.yaml"), FAR).toString();
        Screen half = Screen.log();
        Map<String, String> environment =
                Map.of("ANTHROPIC_API_KEY", "sk-canary-01234567wxyz", "HTTPS_PROXY", "http://proxy.example:8080");
        assertThat(half.run(environment, "doctor", audit)).isEqualTo(Exit.AUTHENTICATION);
        assertThat(half.answers())
                .contains("key in ANTHROPIC_API_KEY ...wxyz", "NO KEY: OPENAI_API_KEY", "http://proxy.example:8080")
                .doesNotContain("canary", "4567");
        Screen all = Screen.log();
        assertThat(all.run(Map.of("ANTHROPIC_API_KEY", "sk-0123456789", "OPENAI_API_KEY", "tiny-key"), "doctor", audit))
                .isZero();
        assertThat(all.answers()).contains("key in OPENAI_API_KEY\n").doesNotContain("tiny");
    }

    @Test
    void eachModelIsAskedOnceAndNothingIsKept() throws IOException {
        try (RunningLab lab = Lab.serve(new LabOptions(1, 0, Duration.ZERO))) {
            Path audit =
                    Audits.write(folder, lab, List.of("student-10", "wrapper"), 3, "probes: [ \"builtin:quick\" ]");
            Screen live = Screen.log();
            assertThat(live.run("doctor", audit.toString(), "--live"))
                    .as(live.notes())
                    .isZero();
            assertThat(lab.ledger().byModel()).isEqualTo(Map.of("student-10", 1L, "wrapper", 1L));
            assertThat(live.answers()).contains("RESULT 200");
            Files.writeString(audit, Files.readString(audit).replace("model: wrapper", "model: nobody"));
            Screen broken = Screen.log();
            assertThat(broken.run("doctor", audit.toString(), "--live")).isEqualTo(Exit.AUTHENTICATION);
            assertThat(broken.answers()).contains("wrapper  REJECTED 404");
        }
        assertThat(folder.resolve("results")).doesNotExist();
    }
}
