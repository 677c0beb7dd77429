package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.State;
import dev.kinprint.json.Json;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabOptions;
import dev.kinprint.lab.RunningLab;
import dev.kinprint.replay.Replay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is collected once, its vendor goes away, and the whole pipeline runs again on what was recorded. */
class ReplayTest {
    private static final List<String> MODELS = List.of("student-100", "student-30", "wrapper", "student-10");

    @TempDir
    private Path folder;

    @Test
    void aWholeRunIsRehearsedOnRecordedAnswers() throws Exception {
        Path run = folder.resolve("results").resolve("test");
        long asked;
        try (RunningLab lab = Lab.serve(new LabOptions(1, 0, Duration.ZERO))) {
            Path audit = Audits.write(
                    folder,
                    lab,
                    MODELS,
                    2,
                    "judge: { embedder: \"builtin:none\", calibration: \"builtin:lab\" }\nprobes: [ \"builtin:quick\" ]");
            Screen collected = Screen.log();
            assertThat(collected.run("run", audit.toString()))
                    .as(collected.notes())
                    .isIn(Exit.OK, Exit.INSUFFICIENT);
            asked = lab.ledger().total();
        }

        Path rehearsal = folder.resolve("rehearsal.yaml");
        Screen announced = Screen.log();
        ReplayCommand command = new ReplayCommand(announced.console());
        new picocli.CommandLine(command).parseArgs(run.toString(), "--audit", rehearsal.toString());
        try (Replay replay = command.serve()) {
            assertThat(announced.answers()).contains("student-100", "Rehearse with: kinprint run " + rehearsal);
            Screen again = Screen.log();
            assertThat(again.run("run", rehearsal.toString(), "--yes"))
                    .as(again.notes())
                    .isIn(Exit.OK, Exit.INSUFFICIENT);
            assertThat(replay.served()).isEqualTo((int) asked);
            assertThat(replay.unknown()).isZero();
        }
        Path rehearsed = folder.resolve("results").resolve("test-rehearsal");
        assertThat(texts(rehearsed)).isEqualTo(texts(run));
        assertThat(verdicts(rehearsed)).isEqualTo(verdicts(run));

        Screen taken = Screen.log();
        assertThat(taken.run("replay", run.toString(), "--audit", rehearsal.toString()))
                .isEqualTo(Exit.USAGE);
        assertThat(taken.notes()).contains("The audit file exists");
    }

    @Test
    void aRequestThatWasNotRecordedIsAnErrorAndNothingIsMadeUp() throws Exception {
        Path run = folder.resolve("results").resolve("test");
        Path audit;
        try (RunningLab lab = Lab.serve(new LabOptions(1, 0, Duration.ZERO))) {
            audit = Audits.write(folder, lab, List.of("student-100"), 1, "probes: [ \"builtin:quick\" ]");
            assertThat(Screen.log().run("run", audit.toString(), "--no-judge")).isZero();
        }
        Path other = folder.resolve("other.yaml");
        Screen announced = Screen.log();
        ReplayCommand command = new ReplayCommand(announced.console());
        new picocli.CommandLine(command).parseArgs(run.toString());
        try (Replay replay = command.serve()) {
            String base = replay.voices().get(0).baseUrl();
            Files.writeString(
                    other,
                    Files.readString(audit)
                                    .replaceAll("baseUrl: \"[^\"]*\"", "baseUrl: \"" + base + "\"")
                                    .replace("name: test", "name: other")
                            + "params: { temperature: 0.5 }\n");
            assertThat(Screen.log().run("run", other.toString(), "--no-judge", "--yes"))
                    .isZero();
            assertThat(replay.served()).isZero();
            assertThat(replay.unknown()).isPositive();
        }
        try (Archive archive =
                Archive.openReadOnly(folder.resolve("results").resolve("other").resolve("archive.sqlite"))) {
            assertThat(archive.states()).containsOnlyKeys(State.REJECTED);
        }
    }

    @Test
    void whereThereIsNothingToReplayItIsSaid() {
        Screen screen = Screen.log();
        assertThat(screen.run("replay", folder.toString())).isEqualTo(Exit.USAGE);
        assertThat(screen.notes()).contains("There is no archive");
        assertThat(Screen.log().run("replay", folder.toString(), "--port", "70000"))
                .isEqualTo(Exit.USAGE);
    }

    /** By model and probe, the bodies; which sample got which does not matter, for each is one of the model's. */
    private static List<String> texts(Path run) {
        List<String> texts = new ArrayList<>();
        try (Archive archive = Archive.openReadOnly(run.resolve("archive.sqlite"))) {
            archive.forEach(held -> texts.add(held.cell().key().subject() + " "
                    + held.cell().key().probe() + " "
                    + held.reply().orElseThrow().body().sha256()));
        }
        return texts.stream().sorted().toList();
    }

    private static List<String> verdicts(Path run) throws Exception {
        return Json.parse(Files.readAllBytes(run.resolve("result.json"))).at("verdicts").items().stream()
                .map(one -> one.at("suspect").text() + " " + one.at("candidate").text() + " "
                        + one.at("relation").text())
                .toList();
    }
}
