package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    private Path folder;

    @Test
    void versionIsTheBuildsOwn() {
        Screen screen = Screen.log();
        assertThat(screen.run("--version")).isZero();
        assertThat(screen.answers()).matches("kinprint \\d+\\.\\d+\\.\\d+\\S* \\(Java \\d+\\)\\R");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "plan",
                "demo",
                "gate",
                "identify",
                "watch",
                "import",
                "probes",
                "channels",
                "providers",
                "lab"
            })
    void everyCommandHasHelpWithTwoExamplesAndTheExitCodes(String command) {
        Screen screen = Screen.log();
        assertThat(screen.run(command, "--help")).isZero();
        String help = screen.answers();
        assertThat(help.substring(help.indexOf("Examples:")).lines().filter(line -> line.startsWith("  kinprint ")))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(help).contains("130   interrupted");
        assertThat(screen.notes()).isEmpty();
    }

    @Test
    void helpNamesNoCommandThatDoesNotExist() {
        Screen screen = Screen.log();
        screen.run("--help");
        assertThat(screen.answers()).contains("demo", "run", "probes");
        assertThat(screen.run("frobnicate")).isEqualTo(Exit.USAGE);
    }

    @Test
    void aWrongOptionIsAUsageErrorInFourParts() {
        Screen screen = Screen.log();
        assertThat(screen.run("probes", "--quit")).isEqualTo(2);
        assertThat(screen.notes())
                .containsSubsequence("error: ", "--quit", "where: kinprint probes", "why:", "--quiet", "next:")
                .doesNotContain("\tat ");
        assertThat(screen.answers()).isEmpty();
    }

    @Test
    void aMistakeInAFileNamesFileAndLineAndTheNearestKey() throws IOException {
        Path audit = Files.writeString(folder.resolve("audit.yaml"), "version: 1\nrnu: { name: a }\n");
        Screen screen = Screen.log();
        assertThat(screen.run("run", audit.toString())).isEqualTo(2);
        assertThat(screen.notes())
                .contains("audit.yaml:2", "Did you mean 'run'?")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @EnumSource(OperatorError.Kind.class)
    void everyKindOfErrorHasItsExitCode(OperatorError.Kind kind) {
        Screen screen = Screen.log();
        int code = new Problems(screen.console(), false)
                .of(new OperatorError(kind, "what", "where\u001b[2J", "why", "next"));
        assertThat(code)
                .isEqualTo(
                        switch (kind) {
                            case USAGE -> 2;
                            case INSUFFICIENT -> 3;
                            case INTEGRITY -> 4;
                            case AUTHENTICATION -> 5;
                            case LOCKED -> 75;
                        });
        assertThat(screen.notes().lines())
                .containsExactly("error: what", "  where: where\\u{1b}[2J", "  why:   why", "  next:  next");
    }

    @Test
    void aMistakeInTheProgramIsOneMessageAndOnlyDebugShowsThePath() {
        Screen screen = Screen.log();
        assertThat(new Problems(screen.console(), false).of(new IllegalStateException("x\ny")))
                .isEqualTo(70);
        assertThat(screen.notes())
                .contains("Internal error", "x\\ny", "MainTest.java:", "--debug")
                .doesNotContain("\tat ");
        Screen debug = Screen.log();
        assertThat(new Problems(debug.console(), true).of(new OutOfMemoryError("heap")))
                .isEqualTo(70);
        assertThat(debug.notes()).contains("OutOfMemoryError: heap", "\tat dev.kinprint.cli.MainTest");
    }

    @Test
    void aDiskThatFailsIsNoMistakeInTheProgram() {
        Screen screen = Screen.log();
        assertThat(new Problems(screen.console(), false)
                        .of(new UncheckedIOException("archive.sqlite", new IOException("No space left on device"))))
                .isEqualTo(70);
        assertThat(screen.notes()).contains("archive.sqlite", "No space left").doesNotContain("Internal error");
    }

    @Test
    void aMissingKeyIsNamedAndNeverGuessed() throws IOException {
        Path audit = Files.writeString(folder.resolve("audit.yaml"), """
                version: 1
                run: { name: a }
                limits: { budgetUsd: 1, maxCalls: 500 }
                models: [ { id: x, provider: anthropic, model: claude-x, role: suspect } ]
                probes: [ "builtin:quick" ]
                """);
        Screen screen = Screen.log();
        assertThat(screen.run("run", audit.toString())).isEqualTo(5);
        assertThat(screen.notes()).contains("ANTHROPIC_API_KEY");
        assertThat(Files.exists(folder.resolve("results"))).isFalse();
    }

    @Test
    void aPlanNeedsNoKeyAndNoConsentButSaysWhatIsMissing() throws IOException {
        Path audit = Files.writeString(folder.resolve("audit.yaml"), """
                version: 1
                run: { name: a, samples: 2 }
                models:
                  - { id: x, provider: anthropic, model: claude-x, role: suspect }
                  - { id: y, provider: gemini, model: gemini-x, role: candidate }
                probes: [ "builtin:quick" ]
                """);
        Screen screen = Screen.log();
        assertThat(screen.run(Map.of("GEMINI_API_KEY", "a-key-for-tests"), "plan", audit.toString()))
                .isZero();
        assertThat(screen.answers())
                .containsPattern("x +suspect +48 +0 +0 +48 .* unknown\\R")
                .contains("ANTHROPIC_API_KEY is not set", "No price is known")
                .doesNotContain("GOOGLE_API_KEY", "a-key-for-tests");
        assertThat(Files.exists(folder.resolve("results"))).isFalse();
    }

    @Test
    void aPlanSaysWhatItCanBeExpectedToShowAndWhatItCannot() throws IOException {
        Path audit = audit("");
        Screen usual = Screen.log();
        assertThat(usual.run("plan", audit.toString())).isZero();
        assertThat(usual.answers())
                .contains("reached a ratio of 20, by number of probes (alpaca-eval@")
                .containsPattern("same model +[0-9]+ +9 +[0-9]+ %")
                .containsPattern("With this plan's 24 probes, as measured with 25: same model [0-9]+ % \\[")
                .contains("Background: 2 models of 2 labs, candidates counted, 1 without a declared lab as one each")
                .contains("! Without 10 labs besides a pair's own no ratio is printed")
                .contains("With 2 candidates one is named from a ratio of 20 on.");

        Screen wanted = Screen.log();
        assertThat(wanted.run("plan", audit.toString(), "--want-lr", "500")).isZero();
        assertThat(wanted.answers())
                .contains("reached a ratio of 500")
                .containsPattern(
                        "! No number of probes gives 500 for \"derived\": the calibration's [0-9]+ independent")
                .contains("It takes a calibration with at least 499")
                .contains("! With fewer than 40 models");
        assertThat(Screen.log().run("plan", audit.toString(), "--want-lr", "0.5"))
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void aPlanSaysThatWhatWasNotMeasuredIsUnknown() throws IOException {
        Files.writeString(folder.resolve("ours.json.gz"), "not read for a plan");
        Screen screen = Screen.log();
        assertThat(screen.run(
                        "plan",
                        audit("judge: { calibration: \"file:ours.json.gz\" }").toString()))
                .as(screen.notes())
                .isZero();
        assertThat(screen.answers())
                .contains("Power: unknown")
                .contains("ours.json.gz")
                .doesNotContain("With this plan's");
    }

    private Path audit(String more) throws IOException {
        return Files.writeString(folder.resolve("audit.yaml"), """
                version: 1
                run: { name: a, samples: 2 }
                limits: { maxCalls: 500 }
                models:
                  - { id: x, provider: anthropic, model: claude-x, role: suspect }
                  - { id: y, provider: gemini, model: gemini-x, role: candidate, lab: google }
                  - { id: z, provider: gemini, model: gemini-z, role: candidate }
                probes: [ "builtin:quick" ]
                """ + more + "\n");
    }

    @Test
    void nothingIsSpentWithoutConsentOrALimit() throws IOException {
        Path audit = Files.writeString(folder.resolve("audit.yaml"), """
                version: 1
                run: { name: a, samples: 1 }
                limits: { maxCalls: 10 }
                models: [ { id: x, provider: anthropic, model: claude-x, role: suspect } ]
                probes: [ "builtin:quick" ]
                """);
        Screen person = new Screen(StandardCharsets.UTF_8, true, "n\n");
        assertThat(person.run(Map.of("ANTHROPIC_API_KEY", "a-key-for-tests"), "run", audit.toString()))
                .isEqualTo(Exit.INTERRUPTED);
        assertThat(person.notes()).contains("Ask 24 cells? [y/N]", "Nothing was asked");
        Files.writeString(audit, Files.readString(audit).replace("limits: { maxCalls: 10 }\n", ""));
        Screen unlimited = Screen.log();
        assertThat(unlimited.run(Map.of("ANTHROPIC_API_KEY", "a-key-for-tests"), "run", audit.toString(), "--yes"))
                .isEqualTo(Exit.USAGE);
        assertThat(unlimited.notes()).contains("The cost has no limit", "--max-calls 24");
        assertThat(Files.exists(folder.resolve("results"))).isFalse();
    }

    @Test
    void commandLinesAreWrittenSoThatTheyCanBeTypedAgain() {
        assertThat(Arrays.stream(new String[] {"run", "my audit.yaml", "it's", "--out=a/b"})
                        .map(CommandLineText::quoted))
                .containsExactly("run", "'my audit.yaml'", "'it'\\''s'", "--out=a/b");
    }
}
