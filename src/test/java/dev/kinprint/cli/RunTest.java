package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kinprint.archive.Archive;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabOptions;
import dev.kinprint.lab.RunningLab;
import dev.kinprint.suite.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs against the lab, in this process. */
class RunTest {
    /** One in each dialect. */
    private static final List<String> MODELS = List.of("student-100", "student-30", "student-10", "wrapper");

    private static final int PROBES = Suites.builtin("quick").probes().size();

    @TempDir
    private Path folder;

    /** One for all tests, since a world takes seconds to make; {@link #asked} counts for one test. */
    private static RunningLab lab;

    private Map<String, Long> before = Map.of();
    private Path archive = Path.of("");

    @BeforeAll
    static void serve() throws IOException {
        lab = Lab.serve(new LabOptions(1, 0, Duration.ZERO));
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @BeforeEach
    void note() {
        before = lab.ledger().byModel();
        archive = folder.resolve("results").resolve("test").resolve("archive.sqlite");
    }

    @Test
    void aRunAsksEveryCellOnceAndTheSameCommandAgainAsksNothing() {
        Path audit = Audits.write(folder, lab, MODELS, 2, "probes: [ \"builtin:quick\" ]");
        Screen first = Screen.log();
        assertThat(first.run("run", audit.toString(), "--no-judge"))
                .as(first.notes())
                .isZero();
        int cells = MODELS.size() * PROBES * 2;
        assertThat(asked()).isEqualTo(each(PROBES * 2L));
        assertThat(first.notes()).contains(cells + " of " + cells + " cells stored", cells + " calls this time");
        String root = root();

        Screen second = Screen.log();
        assertThat(second.run("run", audit.toString(), "--no-judge")).isZero();
        assertThat(total()).isEqualTo(cells);
        assertThat(second.notes()).contains(" 0 calls this time");
        assertThat(root()).as("a second run changes nothing").isEqualTo(root);
    }

    @Test
    void moreSamplesLaterAskOnlyWhatIsNew() {
        Path audit = Audits.write(folder, lab, MODELS, 1, "probes: [ \"builtin:quick\" ]");
        assertThat(Screen.log().run("run", audit.toString(), "--no-judge")).isZero();
        Audits.write(folder, lab, MODELS, 3, "probes: [ \"builtin:quick\" ]");
        Screen plan = Screen.log();
        assertThat(plan.run("plan", audit.toString())).isZero();
        assertThat(plan.answers())
                .containsPattern("wrapper +candidate +72 +24 +0 +48 +[0-9.]+ k - [0-9.]+ k +0.00 - 0.00");
        assertThat(total()).isEqualTo((long) MODELS.size() * PROBES);
        assertThat(Screen.log().run("run", audit.toString(), "--no-judge")).isZero();
        assertThat(asked()).isEqualTo(each(PROBES * 3L));
    }

    @Test
    void aRunStopsAtTheNumberOfCallsAndGoesOnWithMore() {
        Path audit = Audits.write(folder, lab, MODELS, 1, "probes: [ \"builtin:quick\" ]");
        Screen first = Screen.log();
        assertThat(first.run("run", audit.toString(), "--max-calls", "10")).isEqualTo(Exit.LIMIT);
        assertThat(total()).isEqualTo(10);
        assertThat(first.notes())
                .contains("Resume with the same command:  kinprint run", "86 cells are still open", "--max-calls");
        assertThat(Screen.log().run("run", audit.toString(), "--no-judge")).isZero();
        assertThat(asked()).isEqualTo(each(PROBES));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidInFourPartsAndTheSameCommandGoesOn() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("results"));
        assumeTrue(command("mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk.toString()), "only root may mount");
        try {
            Path audit = Audits.write(folder, lab, MODELS, 3, "probes: [ \"builtin:quick\" ]");
            Screen full = Screen.log();
            assertThat(full.run("run", audit.toString(), "--no-judge"))
                    .as(full.notes())
                    .isEqualTo(Exit.INTERNAL);
            assertThat(full.notes())
                    .contains(
                            "error: The archive cannot be written\n",
                            "  where: " + archive,
                            "  why:   the disk is full or fails, so nothing more was asked; ",
                            "  next:  Make room, and resume with the same command:  kinprint run " + audit);
            long before = total();
            assertThat(command("mount", "-o", "remount,size=64m", disk.toString()))
                    .isTrue();
            assertThat(Screen.log().run("run", audit.toString(), "--no-judge")).isZero();
            assertThat(before).isPositive();
            assertThat(total()).as("no cell is asked twice").isLessThanOrEqualTo(MODELS.size() * PROBES * 3L);
        } finally {
            command("umount", disk.toString());
        }
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }

    @Test
    void anOfflineRunMakesNoCallAndNeedsEveryAnswer() throws IOException {
        Path audit = Audits.write(folder, lab, MODELS, 1, "probes: [ \"builtin:quick\" ]");
        Screen nothing = Screen.log();
        assertThat(nothing.run("run", audit.toString(), "--offline")).isEqualTo(Exit.INSUFFICIENT);
        assertThat(nothing.notes()).contains("Stored answers are not enough", "holds no archive");
        assertThat(archive).doesNotExist();

        assertThat(Screen.log().run("run", audit.toString(), "--max-calls", "10"))
                .isEqualTo(Exit.LIMIT);
        String root = root();
        Screen some = Screen.log();
        assertThat(some.run("run", audit.toString(), "--offline")).isEqualTo(Exit.INSUFFICIENT);
        assertThat(some.notes())
                .contains("86 (student-10 ", "of 96 cells hold no answer", "with:  kinprint run")
                .doesNotContain("--offline\n");
        assertThat(root()).isEqualTo(root);
        assertThat(total()).isEqualTo(10);

        assertThat(Screen.log().run("run", audit.toString(), "--no-judge")).isZero();
        long before = total();
        Screen all = Screen.log();
        assertThat(all.run("run", audit.toString(), "--offline", "--no-judge"))
                .as(all.notes())
                .isZero();
        assertThat(all.notes()).contains("All 96 cells are settled", "no call was made");
        assertThat(total()).isEqualTo(before);
    }

    @Test
    void anOfflineRunTakesNoAnswerOfAnotherModel() throws IOException {
        Path audit = Audits.write(folder, lab, MODELS, 1, "probes: [ \"builtin:quick\" ]");
        assertThat(Screen.log().run("run", audit.toString(), "--no-judge")).isZero();
        // The key of the new address is not set, and nobody misses it.
        Files.writeString(
                audit,
                Files.readString(audit)
                        .replaceAll(
                                "baseUrl: \"[^\"]+\", local: true, model: student-10,",
                                "baseUrl: \"https://api.example.com/v1\", keyEnv: NOT_SET, model: student-10,"));
        Screen screen = Screen.log();
        assertThat(screen.run("run", audit.toString(), "--offline"))
                .as(screen.notes())
                .isEqualTo(Exit.INSUFFICIENT);
        assertThat(screen.notes())
                .contains("24 (student-10 24) hold the answer to another request", "another name in the audit");
        Screen retry = Screen.log();
        assertThat(retry.run("run", audit.toString(), "--offline", "--retry-in-doubt", "1"))
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void aVendorThatDoesNotKnowTheModelEndsItsLaneAndTheOthersGoOn() throws IOException {
        Path audit = Audits.write(folder, lab, MODELS, 1, "probes: [ \"builtin:quick\" ]");
        Files.writeString(audit, Files.readString(audit).replace("model: wrapper", "model: nobody"));
        Screen screen = Screen.log();
        assertThat(screen.run("run", audit.toString())).isEqualTo(Exit.AUTHENTICATION);
        assertThat(screen.notes()).contains("! wrapper is asked no more", "judged all the same");
        assertThat(asked()).containsEntry("student-10", (long) PROBES);
    }

    @Test
    void aRunWithFewerProbesThanStoredIsRefusedAndChangesNothing() {
        Path audit = Audits.write(folder, lab, MODELS, 1, "probes: [ \"builtin:quick\" ]");
        assertThat(Screen.log().run("run", audit.toString(), "--no-judge")).isZero();
        String root = root();
        Audits.write(folder, lab, MODELS, 1, "probes: [ \"builtin:sameness\" ]");
        Screen screen = Screen.log();
        assertThat(screen.run("run", audit.toString(), "--no-judge")).isEqualTo(Exit.USAGE);
        assertThat(screen.notes()).contains("begun with other probes");
        assertThat(root()).isEqualTo(root);
    }

    @Test
    void anAuditNamesItsChannelsAndAnUnknownOneEndsTheRunBeforeAnyCall() throws IOException, JsonFault {
        String named =
                "probes: [ \"builtin:quick\" ]\njudge: { embedder: \"builtin:none\", channels: [ openings, %s ] }";
        Path unknown = Audits.write(folder, lab, MODELS, 1, named.formatted("edith"));
        Screen refused = Screen.log();
        assertThat(refused.run("run", unknown.toString())).isEqualTo(Exit.USAGE);
        assertThat(refused.notes()).contains("There is no such channel", "judge.channels: edith", "kinprint channels");
        assertThat(total()).isZero();

        Path audit = Audits.write(folder, lab, MODELS, 1, named.formatted("edit"));
        Screen screen = Screen.log();
        assertThat(screen.run("run", audit.toString())).as(screen.notes()).isEqualTo(Exit.INSUFFICIENT);
        assertThat(judgedOn()).containsExactly("openings", "edit");
        String run = folder.resolve("results").resolve("test").toString();
        assertThat(Screen.log().run("judge", run, "--channels", "closings")).isEqualTo(Exit.INSUFFICIENT);
        assertThat(judgedOn()).as("what is typed goes before").containsExactly("closings");
        assertThat(Screen.log().run("judge", run)).isEqualTo(Exit.INSUFFICIENT);
        assertThat(judgedOn()).containsExactly("openings", "edit");
    }

    private List<String> judgedOn() throws IOException, JsonFault {
        Json record = Json.parse(Files.readAllBytes(archive.resolveSibling("judging.json")), JsonLimits.FILE);
        return record.at("channels").items().stream()
                .map(channel -> channel.text().orElseThrow())
                .toList();
    }

    @Test
    void aRunThatAnotherHoldsIsRefused() {
        Path audit = Audits.write(folder, lab, MODELS, 1, "probes: [ \"builtin:quick\" ]");
        try (Archive held = Archive.create(archive)) {
            Screen screen = Screen.log();
            assertThat(screen.run("run", audit.toString())).isEqualTo(Exit.LOCKED);
            assertThat(held.states()).isEmpty();
        }
        assertThat(total()).isZero();
    }

    @Test
    void aCorpusServesAsProbesAndPanelSoThatOnlyTheModelsOfTheAuditAreAsked() throws IOException {
        Path source = Files.createDirectories(folder.resolve("public"));
        StringBuilder lines = new StringBuilder();
        for (String model : List.of("alpha", "beta", "gamma")) {
            for (int probe = 0; probe < 5; probe++) {
                lines.append("{\"model\": \"" + model + "\", \"probe\": \"q" + probe
                        + "\", \"prompt\": \"Why does bread rise, for the " + probe
                        + "th time?\", \"sample\": 0, \"text\": \"Because of yeast, says " + model + ".\"}\n");
            }
        }
        Files.writeString(source.resolve("outputs.jsonl"), lines);
        Path audit = Audits.write(
                folder,
                lab,
                List.of("wrapper", "student-10"),
                1,
                "probes: [ \"corpus:public\" ]\npanel: [ \"import:public\" ]");
        Screen screen = Screen.log();
        assertThat(screen.run("run", audit.toString(), "--no-judge"))
                .as(screen.notes())
                .isZero();
        assertThat(asked()).isEqualTo(Map.of("wrapper", 5L, "student-10", 5L));
        try (Archive held = Archive.openReadOnly(archive)) {
            Corpus corpus = Corpus.read(held);
            assertThat(corpus.members())
                    .extracting(member -> member.id())
                    .containsExactly("alpha", "beta", "gamma", "student-10", "wrapper");
            assertThat(corpus.questions()).hasSize(5);
            assertThat(corpus.size() + corpus.gaps().size()).isEqualTo(25);
        }
    }

    @Test
    void aModelOfTheAuditMayNotHaveTheIdOfAnImportedOne() throws IOException {
        Files.writeString(
                folder.resolve("outputs.jsonl"),
                "{\"model\": \"Wrapper\", \"prompt\": \"Why does bread rise?\", \"text\": \"Yeast.\"}\n");
        Path audit = Audits.write(
                folder, lab, MODELS, 1, "probes: [ \"builtin:quick\" ]\npanel: [ \"import:outputs.jsonl\" ]");
        Screen screen = Screen.log();
        assertThat(screen.run("run", audit.toString())).isEqualTo(Exit.USAGE);
        assertThat(screen.notes()).contains("'wrapper' stands twice");
        assertThat(total()).isZero();
    }

    /** How often each model was asked in this test; models that were not asked are left out. */
    private Map<String, Long> asked() {
        Map<String, Long> asked = new TreeMap<>();
        lab.ledger().byModel().forEach((model, count) -> {
            long fresh = count - before.getOrDefault(model, 0L);
            if (fresh > 0) {
                asked.put(model, fresh);
            }
        });
        return asked;
    }

    private long total() {
        return asked().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> each(long count) {
        return Map.of(MODELS.get(0), count, MODELS.get(1), count, MODELS.get(2), count, MODELS.get(3), count);
    }

    private String root() {
        try (Archive held = Archive.openReadOnly(archive)) {
            assertThat(Corpus.read(held).questions()).isNotEmpty();
            return held.root();
        }
    }
}
