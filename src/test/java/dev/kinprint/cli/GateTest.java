package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabOptions;
import dev.kinprint.lab.RunningLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate from stored answers to exit codes. The made-up models draw their words from pools of their own. */
class GateTest {
    private static final int QUESTIONS = 30;

    @TempDir
    private Path folder;

    private Path baseline = Path.of("");

    @BeforeEach
    void place() {
        baseline = folder.resolve("baselines").resolve("core.json");
    }

    /** Stores three samples of three models; the greater {@code drift}, the more of rival's words candidate uses. */
    private Path stored(String name, int drift, int seed) throws IOException {
        return stored(name, drift, seed, QUESTIONS);
    }

    private Path stored(String name, int drift, int seed, int questions) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int q = 0; q < questions; q++) {
            for (int s = 0; s < 3; s++) {
                lines.add(line("candidate", q, s, words(seed, q, s, "oak", drift, "elm")));
                lines.add(line("previous", q, s, words(seed + 1, q, s, "oak", 0, "elm")));
                lines.add(line("rival", q, s, words(seed + 2, q, s, "elm", 0, "oak")));
            }
        }
        Path file = Files.write(folder.resolve(name + ".jsonl"), lines);
        Path run = folder.resolve(name);
        assertThat(Screen.log().run("import", file.toString(), "--into", run.toString()))
                .isZero();
        return run;
    }

    private static String line(String model, int question, int sample, String text) {
        return "{\"model\":\"" + model + "\",\"probe\":\"q" + (100 + question) + "\",\"prompt\":\"Ask " + question
                + "\",\"sample\":" + sample + ",\"text\":\"" + text + "\"}";
    }

    private static String words(int seed, int question, int sample, String own, int foreign, String other) {
        StringBuilder text = new StringBuilder();
        dev.kinprint.stats.Draws random = new dev.kinprint.stats.Draws(seed * 1_000L + question, sample);
        for (int w = 0; w < 30; w++) {
            boolean strange = random.uniform() * 100 < foreign;
            text.append(strange ? other : own)
                    .append((int) (random.uniform() * 20))
                    .append(' ');
        }
        return text.toString().strip();
    }

    private int gate(Screen screen, Path run, String... more) {
        List<String> args = new ArrayList<>(
                List.of("gate", run.toString(), "--baseline", baseline.toString(), "--embedder", "none"));
        args.addAll(List.of(more));
        return screen.run(args.toArray(new String[0]));
    }

    @Test
    void theFirstRunWritesTheBaselineAndTheSameRunAgainPasses() throws IOException {
        Path run = stored("one", 0, 1);
        Screen first = Screen.log();
        assertThat(gate(first, run)).isEqualTo(Exit.INSUFFICIENT);
        assertThat(first.notes()).contains("There was no baseline", "Review and commit");
        assertThat(first.answers()).contains("there is no baseline yet").doesNotContain("--update-baseline");
        String written = Files.readString(baseline);
        assertThat(written)
                .contains(
                        "\"probeSetHash\"", "\"embedder\" : \"none\"", "\"wording(candidate, previous)\"", "\"n\" : 30")
                .doesNotContain("oak", "elm");

        Screen second = Screen.log();
        assertThat(gate(second, run)).as(second.notes()).isZero();
        assertThat(second.answers()).contains("6 checks: 6 pass, 0 fail");
        assertThat(Files.readString(baseline)).isEqualTo(written);
    }

    @Test
    void newSamplesOfTheSameModelsPassToo() throws IOException {
        assertThat(gate(Screen.log(), stored("one", 0, 1))).isEqualTo(Exit.INSUFFICIENT);
        Screen screen = Screen.log();
        assertThat(gate(screen, stored("two", 0, 50))).as(screen.answers()).isZero();
    }

    @Test
    void aReleaseThatMovesTowardsItsRivalFailsInEveryFormat() throws IOException {
        assertThat(gate(Screen.log(), stored("one", 0, 1))).isEqualTo(Exit.INSUFFICIENT);
        Path changed = stored("two", 60, 50);
        Path out = folder.resolve("out");
        String[][] formats = {
            {},
            {"--junit", out.resolve("junit.xml").toString()},
            {"--markdown", out.resolve("summary.md").toString()},
            {"--sarif", out.resolve("kinprint.sarif").toString()},
            {"--json", out.resolve("gate.json").toString()},
            {"--json", "-"}
        };
        for (String[] format : formats) {
            Screen screen = Screen.log();
            assertThat(gate(screen, changed, format)).isEqualTo(Exit.FAILED);
            assertThat(screen.answers()).contains("candidate, rival");
        }
        assertThat(Files.readString(out.resolve("summary.md"))).contains("Questions furthest past the limit");
        assertThat(Files.readString(out.resolve("junit.xml"))).contains("<failure ");
        assertThat(Files.readString(out.resolve("kinprint.sarif"))).contains("\"level\" : \"error\"");
        assertThat(Files.readString(out.resolve("gate.json"))).contains("\"state\" : \"fail\"");
    }

    @Test
    void conditionsOfTheCommandLineSayWhatMustNotHold() throws IOException {
        Path run = stored("one", 0, 1);
        gate(Screen.log(), run);
        Screen floor = Screen.log();
        assertThat(gate(floor, run, "--fail-on", "wording(candidate, previous) < floor - 0.02"))
                .as(floor.answers())
                .isZero();
        assertThat(floor.answers()).contains("PASS       wording(candidate, previous) >= floor - 0.02");
        Screen rival = Screen.log();
        assertThat(gate(rival, run, "--fail-on", "wording(candidate, rival) < floor"))
                .isEqualTo(Exit.FAILED);
        assertThat(gate(Screen.log(), run, "--fail-on", "length(candidate) > 1"))
                .isEqualTo(Exit.FAILED);
        assertThat(gate(Screen.log(), run, "--fail-on", "refusals(candidate) > 0.1"))
                .isZero();
    }

    @Test
    void whatIsUndecidedEndsAsTheOperatorSays() throws IOException {
        Path run = stored("one", 0, 1);
        gate(Screen.log(), run);
        String[] undecided = {"--fail-on", "similarity(candidate, rival) > 0.5"};
        Screen screen = Screen.log();
        assertThat(gate(screen, run, undecided)).isEqualTo(Exit.INSUFFICIENT);
        assertThat(screen.answers()).contains("without an embedder there is no similarity");
        assertThat(gate(Screen.log(), run, undecided[0], undecided[1], "--undecided", "pass"))
                .isZero();
        assertThat(gate(Screen.log(), run, undecided[0], undecided[1], "--undecided", "fail"))
                .isEqualTo(Exit.FAILED);
    }

    @Test
    void anotherProbeSetIsNeverCompared() throws IOException {
        gate(Screen.log(), stored("one", 0, 1));
        Screen screen = Screen.log();
        assertThat(gate(screen, stored("two", 0, 1, QUESTIONS + 1))).isEqualTo(Exit.USAGE);
        assertThat(screen.notes()).contains("the probe set is", "--update-baseline");
        assertThat(screen.answers()).isEmpty();
        Screen accepted = Screen.log();
        assertThat(gate(accepted, folder.resolve("two"), "--update-baseline")).isZero();
        assertThat(gate(Screen.log(), folder.resolve("two"))).isZero();
    }

    @Test
    void anotherEmbedderOrCalibrationIsNeverCompared() throws IOException {
        Path run = stored("one", 0, 1);
        gate(Screen.log(), run);
        Screen screen = Screen.log();
        assertThat(gate(screen, run, "--calibration", "lab")).isEqualTo(Exit.USAGE);
        assertThat(screen.notes()).contains("the calibration is");
        Files.writeString(
                baseline, Files.readString(baseline).replace("\"embedder\" : \"none\"", "\"embedder\" : \"minilm-0\""));
        Screen other = Screen.log();
        assertThat(gate(other, run)).isEqualTo(Exit.USAGE);
        assertThat(other.notes()).contains("the embedder is minilm-0 here and none there");
    }

    @Test
    void mistakesAreNamedWithTheirPlace() throws IOException {
        Path run = stored("one", 0, 1);
        Screen typo = Screen.log();
        assertThat(gate(typo, run, "--fail-on", "wordign(candidate, rival) > 1"))
                .isEqualTo(Exit.USAGE);
        assertThat(typo.notes()).contains("character 1", "Did you mean 'wording'?");
        Screen model = Screen.log();
        assertThat(gate(model, run, "--fail-on", "wording(candidat, rival) > 1"))
                .isEqualTo(Exit.USAGE);
        assertThat(model.notes()).contains("Did you mean 'candidate'?");
        assertThat(baseline).doesNotExist();
        Screen twice = Screen.log();
        assertThat(gate(twice, run, "--baseline", "other.json")).isEqualTo(Exit.USAGE);
        assertThat(twice.notes()).contains("'--baseline' (FILE) should be specified only once", "stands there twice");
        Screen missing = Screen.log();
        assertThat(missing.run("gate", run.toString())).isEqualTo(Exit.USAGE);
        assertThat(missing.notes()).contains("Missing required option: '--baseline=FILE'", "cannot work without it");

        Files.createDirectories(baseline.getParent());
        Files.writeString(baseline, "{\"schema\":\"kinprint.baseline/9\"}");
        Screen foreign = Screen.log();
        assertThat(gate(foreign, run)).isEqualTo(Exit.USAGE);
        assertThat(foreign.notes()).contains("core.json", "kinprint.baseline/9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"figures\" : \\{       | \"figure\" : {       | it has no figures",
                "\"n\" : 30             | \"n\" : 29            | has 30 questions, and its n says otherwise",
                "\"low\" : -?[0-9.]+    | \"low\" : 1000000     | an interval that is upside down",
                "\"mean\" : -?[0-9.]+   | \"mean\" : \"much\"   | mean is no number",
                "\"mean\" : -?[0-9.]+   | \"mean\" : NaN        | not valid JSON",
                "\"calibration\"        | \"calibrated\"        | it has no calibration",
                "(?s)\"figures\".*      | \"figures\"           | cut off at line 4",
            })
    void aBrokenBaselineIsRefusedWithTheReason(String from, String to, String why) throws IOException {
        Path run = stored("one", 0, 1);
        gate(Screen.log(), run);
        String whole = Files.readString(baseline);
        Files.writeString(baseline, whole.replaceFirst(from, to));
        assertThat(Files.readString(baseline)).isNotEqualTo(whole);
        Screen screen = Screen.log();
        assertThat(gate(screen, run)).isEqualTo(Exit.USAGE);
        assertThat(screen.notes()).contains("The baseline cannot be used", "core.json", why, "Restore it");
        assertThat(screen.answers()).isEmpty();
    }

    @Test
    void withoutARunThereIsNothingToSayAndNothingIsWrong() {
        Screen screen = Screen.log();
        assertThat(gate(screen, folder.resolve("nowhere"))).isEqualTo(Exit.INSUFFICIENT);
        assertThat(screen.notes()).contains("There is no run to check");
        assertThat(baseline).doesNotExist();
    }

    @Test
    void theAuditsOwnConditionsAreChecked() throws IOException {
        try (RunningLab lab = Lab.serve(new LabOptions(1, 0, Duration.ZERO))) {
            Path audit = Audits.write(
                    folder,
                    lab,
                    List.of("wrapper", "student-100"),
                    2,
                    "probes: [ \"builtin:quick\" ]\njudge: { embedder: \"builtin:none\", calibration: \"builtin:lab\" }\n"
                            + "gate: [ \"wording(wrapper, student-100) < 0.99\", \"length(wrapper) < 1\" ]");
            assertThat(Screen.log().run("run", audit.toString(), "--no-judge")).isZero();
        }
        Path run = folder.resolve("results").resolve("test");
        Screen first = Screen.log();
        assertThat(first.run("gate", run.toString(), "--baseline", baseline.toString()))
                .as(first.notes())
                .isEqualTo(Exit.FAILED);
        assertThat(first.answers())
                .contains("PASS       wording(wrapper, student-100) < 0.99", "FAIL       length(wrapper) < 1");
        assertThat(Files.readString(baseline)).contains("\"calibration\" : \"lab@", "\"length(student-100)\"");
    }
}
