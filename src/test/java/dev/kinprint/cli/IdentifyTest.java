package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabModel;
import dev.kinprint.lab.LabOptions;
import dev.kinprint.lab.RunningLab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identifying and watching a model of the lab, over HTTP. */
class IdentifyTest {
    /** The first have ten labs, and a prompt variant among them. */
    private static final int FEW = 16;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static RunningLab lab;

    @BeforeAll
    static void serve() throws IOException {
        lab = Lab.serve(new LabOptions(1, 0, Duration.ZERO));
        Path world = shared.resolve("world");
        assertThat(Screen.log().run("lab", "--export", world.toString(), "--seed", "1", "--samples", "1"))
                .isZero();
        Screen build = Screen.log();
        assertThat(build.run(
                        "fingerprint",
                        "build",
                        "--corpus",
                        world.toString(),
                        "--out",
                        library().toString()))
                .as(build.notes())
                .isZero();
        assertThat(build.answers())
                .contains("fingerprints of " + lab.lab().models().size() + " models", "24 questions");
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    private static Path library() {
        return shared.resolve("known.library.gz");
    }

    /** An audit whose suspect is a model of the lab under another name. */
    private Path audit(String name, String model) throws IOException {
        LabModel behind = lab.lab().models().stream()
                .filter(known -> known.id().equals(model))
                .findFirst()
                .orElseThrow();
        LabEndpoint endpoint = LabEndpoint.of(behind.dialect(), lab.baseUrl());
        return Files.writeString(
                folder.resolve(name + ".yaml"),
                "version: 1\nrun: { name: " + name + ", samples: 3 }\nmodels:\n  - { id: middleman, provider: "
                        + endpoint.provider() + ", baseUrl: \"" + endpoint.baseUrl() + "\", local: true, model: "
                        + model
                        + ", role: suspect }\nprobes: [ \"builtin:quick\" ]\n");
    }

    @Test
    void aModelBehindAnotherNameIsFoundWithOneCallAQuestionAtMost() throws IOException {
        String model = "wrapper";
        long before = lab.ledger().byModel().getOrDefault(model, 0L);
        Screen screen = Screen.log();
        assertThat(screen.run(
                        "identify",
                        "--library",
                        library().toString(),
                        "--suspect",
                        "middleman",
                        "--level",
                        "0.1",
                        "--ask",
                        audit("first", model).toString()))
                .as(screen.notes())
                .isZero();
        long calls = lab.ledger().byModel().getOrDefault(model, 0L) - before;
        assertThat(screen.answers()).containsPattern("middleman answers like .*wrapper.* after \\d+ answers");
        assertThat(calls).isLessThanOrEqualTo(24);

        Screen stored = Screen.log();
        assertThat(stored.run(
                        "identify",
                        "--library",
                        library().toString(),
                        "--suspect",
                        "middelman",
                        folder.resolve("results/first").toString()))
                .isEqualTo(Exit.USAGE);
        assertThat(stored.notes()).contains("Did you mean 'middleman'?");
    }

    @Test
    void theTrialOfALibraryIsOneDocument() throws IOException, JsonFault {
        Path corpus = Files.createDirectories(folder.resolve("few"));
        List<String> few = lab.lab().models().stream()
                .map(LabModel::id)
                .limit(FEW)
                .map(id -> "\"" + id + "\"")
                .toList();
        Files.write(
                corpus.resolve("responses.jsonl"),
                Files.readAllLines(shared.resolve("world").resolve("responses.jsonl")).stream()
                        .filter(line -> few.stream().anyMatch(line::contains))
                        .toList());
        Files.copy(shared.resolve("world").resolve("lineage.csv"), corpus.resolve("lineage.csv"));
        Screen screen = Screen.log();
        assertThat(screen.run("fingerprint", "test", "--corpus", corpus.toString(), "--most", "22", "--json", "-"))
                .as(screen.notes())
                .isZero();
        Json data = Json.parse(screen.answers().getBytes(StandardCharsets.UTF_8), JsonLimits.FILE)
                .at("data");
        assertThat(data.at("variants").items()).isNotEmpty().allSatisfy(one -> assertThat(
                        one.at("calls").whole().orElseThrow())
                .isLessThanOrEqualTo(22));
        long strangers = data.at("strangers", "models").whole().orElseThrow();
        assertThat(strangers + data.at("variants").items().size()).isEqualTo(FEW);
        assertThat(data.at("strangers", "none").whole().orElseThrow()).isLessThanOrEqualTo(strangers);
        assertThat(data.at("oneCandidate", "suspects").whole()).contains((long) FEW);
        assertThat(data.at("oneCandidate", "related", "calls").items())
                .hasSize(data.at("oneCandidate", "related", "named")
                        .whole()
                        .orElseThrow()
                        .intValue());
    }

    @Test
    void aRunIsTakenOnceAndAnotherModelBehindTheNameRaisesTheAlarm() throws IOException {
        String[] before = night("one", "wrapper");
        Screen first = Screen.log();
        assertThat(first.run(before)).as(first.notes() + first.answers()).isZero();
        assertThat(first.answers()).contains("middleman: no change shown after 1 runs and 24 scored answers");
        Screen again = Screen.log();
        assertThat(again.run(before)).isZero();
        assertThat(again.notes()).contains("in the history already");

        Screen swapped = Screen.log();
        assertThat(swapped.run(night("two", "student-100")))
                .as(swapped.answers())
                .isEqualTo(Exit.FAILED);
        assertThat(swapped.answers()).contains("middleman: changed after 2 runs");
        assertThat(Files.readString(folder.resolve("m.json"))).contains("\"schema\":\"kinprint.history/1\"");
    }

    private String[] night(String name, String model) throws IOException {
        Screen run = Screen.log();
        assertThat(run.run("run", audit(name, model).toString(), "--no-judge"))
                .as(run.notes())
                .isZero();
        return List.of(
                        "watch",
                        folder.resolve("results").resolve(name).toString(),
                        "--model",
                        "middleman",
                        "--history",
                        folder.resolve("m.json").toString())
                .toArray(new String[0]);
    }

    /** An audit of one suspect and one candidate, with all the world's other models as background. */
    private Path early(String name, String suspect, String candidate) throws IOException {
        Path panel = folder.resolve(name + "-panel");
        Files.createDirectories(panel);
        List<String> others = Files.readAllLines(shared.resolve("world").resolve("responses.jsonl")).stream()
                .filter(line -> !line.contains("\"" + suspect + "\"") && !line.contains("\"" + candidate + "\""))
                .toList();
        Files.write(panel.resolve("responses.jsonl"), others);
        Files.copy(shared.resolve("world").resolve("lineage.csv"), panel.resolve("lineage.csv"));
        StringBuilder models = new StringBuilder();
        for (String role : List.of("suspect", "candidate")) {
            String model = role.equals("suspect") ? suspect : candidate;
            LabModel behind = lab.lab().models().stream()
                    .filter(known -> known.id().equals(model))
                    .findFirst()
                    .orElseThrow();
            LabEndpoint endpoint = LabEndpoint.of(behind.dialect(), lab.baseUrl());
            models.append("  - { id: the-" + role + ", provider: " + endpoint.provider() + ", baseUrl: \""
                    + endpoint.baseUrl() + "\", local: true, model: " + model + ", role: " + role + " }\n");
        }
        return Files.writeString(
                folder.resolve(name + ".yaml"),
                "version: 1\nrun: { name: " + name + ", samples: 1 }\nmodels:\n" + models + "panel: [ \"import:" + panel
                        + "\" ]\nprobes: [ \"builtin:quick\" ]\n");
    }

    private Screen judged(String name) {
        Screen screen = Screen.log();
        assertThat(List.of(Exit.OK, Exit.INSUFFICIENT))
                .contains(screen.run(
                        "judge",
                        folder.resolve("results").resolve(name).toString(),
                        "--calibration",
                        "lab",
                        "--channels",
                        "content-ngram,function-words,bigrams,openings,closings,format"));
        return screen;
    }

    private static long calls(String model) {
        return lab.ledger().byModel().getOrDefault(model, 0L);
    }

    @Test
    void aRunStopsAskingASuspectThatIsNamedAndGivesItAnEValueAndNoRatio() throws IOException {
        String audit = early("same", "independent", "independent").toString();
        long before = calls("independent");
        Screen stopped = Screen.log();
        assertThat(stopped.run("run", audit, "--stop-when-decided=0.3", "--no-judge"))
                .as(stopped.notes())
                .isZero();
        long asked = calls("independent") - before;
        assertThat(asked).as("24 to the candidate and fewer to the suspect").isBetween(25L, 47L);
        assertThat(stopped.answers())
                .containsPattern("the-suspect, after \\d+ answers of \\d+: answers like the-candidate");
        assertThat(judged("same").answers())
                .containsPattern("asked until that was decided, and a ratio speaks of\\s+a fixed number of questions")
                .doesNotContainPattern("the-candidate +same model +-?[0-9]");

        assertThat(Screen.log().run("run", audit, "--stop-when-decided=0.3", "--no-judge"))
                .isZero();
        assertThat(calls("independent") - before)
                .as("the same command again asks nothing")
                .isEqualTo(asked);

        assertThat(Screen.log().run("run", audit, "--no-judge")).isZero();
        assertThat(calls("independent") - before).isEqualTo(48);
        assertThat(judged("same").answers()).doesNotContain("asked until");
    }

    @Test
    void aSuspectThatIsNotNamedIsAskedEverything() throws IOException {
        long before = calls("student-10");
        Screen screen = Screen.log();
        assertThat(screen.run(
                        "run",
                        early("other", "student-10", "independent").toString(),
                        "--stop-when-decided",
                        "--no-judge"))
                .as(screen.notes())
                .isZero();
        assertThat(calls("student-10") - before).isEqualTo(24);
        assertThat(screen.answers()).contains("no candidate is named by e-value");
    }
}
