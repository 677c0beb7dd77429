package dev.kinprint.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.ImportedAnswer;
import dev.kinprint.corpus.StoredDocuments;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.stats.Draws;
import dev.kinprint.suite.AuditFile;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Suite;
import dev.kinprint.suite.Suites;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceMainTest {
    private static final List<String> PANEL = List.of("one", "two", "three", "four", "five");

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Draws draws = new Draws(5, 5);

    private int run(String... args) {
        return TraceMain.run(
                new Screen(new PrintStream(out, true), new PrintStream(err, true)), n -> Optional.empty(), args);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void wrongUsageEndsWithTwoAndAnErrorInFourParts() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("signs", "--strange")).isEqualTo(2);
        assertThat(run("signs", folder.resolve("nothing.csv").toString(), "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(run("echo", "x.csv", "--run", folder.toString(), "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(said()).contains("Usage: kinprint-trace", "where:", "why:", "next:", "There is no run");
    }

    @Test
    void anEchoIsFoundFromLogToPageWithoutTextOrIdsOnScreenOrPage() throws IOException, JsonFault {
        Map<String, String> answers = new TreeMap<>();
        Path log = log(answers);
        Path suspects = folder.resolve("suspects.txt");
        Files.writeString(suspects, "s0@example.org\ns1@example.org\ns2@example.org\n");
        Path probes = folder.resolve("probes.yaml");
        String[] spark = {"--master", "local[2]", "--partitions", "2"};

        assertThat(run(with(
                        spark,
                        "probes",
                        log.toString(),
                        "--suspects",
                        suspects.toString(),
                        "--n",
                        "24",
                        "--per-account",
                        "4",
                        "--out",
                        probes.toString())))
                .as(said())
                .isZero();
        archive(Suites.read(probes), answers);
        Path clusters = folder.resolve("accounts.csv");
        Files.writeString(
                clusters,
                "account,cluster\ns0@example.org,cluster 1\ns1@example.org,cluster 1\nc3@example.org,cluster 2\n"
                        + "c4@example.org,another\ns2@example.org,\n");
        assertThat(run(with(
                        spark,
                        "echo",
                        log.toString(),
                        "--run",
                        folder.toString(),
                        "--clusters",
                        clusters.toString(),
                        "--out",
                        folder.resolve("traced").toString())))
                .as(said())
                .isZero();

        Json json = Json.parse(Files.readAllBytes(folder.resolve("traced/echo.json")));
        assertThat(json.at("accounts").items()).hasSize(6);
        assertThat(json.at("accounts").items().stream()
                        .filter(account -> account.at("listed").truth().orElseThrow())
                        .map(account -> account.at("side").text().orElseThrow()))
                .containsExactly("suspected", "suspected", "suspected");
        assertThat(json.at("clusters").items())
                .extracting(cluster -> cluster.at("cluster").text().orElse("") + " of "
                        + cluster.at("probes").whole().orElse(0L) + " "
                        + cluster.at("listed").truth().orElse(false))
                .containsExactly("cluster 1 of 8 true", "cluster 2 of 4 false");
        assertThat(json.at("rankP").number().orElseThrow()).isEqualTo(1 / 6.0);
        assertThat(json.at("ratioWithheld").text().orElseThrow()).contains("suspected probes");
        String page = Files.readString(folder.resolve("traced/echo.html"));
        assertThat(page + json.pretty() + said())
                .doesNotContain("example.org", "word17")
                .contains("echoed more than expected", "What must not be concluded");
        assertThat(Files.readString(folder.resolve("traced/echoed.csv"))).contains("s1@example.org");
    }

    private static String[] with(String[] options, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("word").append((int) (draws.uniform() * 400)).append(' ');
        }
        return text.toString().strip();
    }

    private Path log(Map<String, String> answers) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int account = 0; account < 6; account++) {
            for (int i = 0; i < 5; i++) {
                String prompt = "Please tell me all about " + words(8);
                String answer = words(60);
                answers.put(prompt, answer);
                String id = (account < 3 ? "s" + account : "c" + account) + "@example.org";
                lines.append(new String(
                                Json.object(
                                                "account",
                                                id,
                                                "time",
                                                1_760_000_000 + i,
                                                "prompt",
                                                prompt,
                                                "answer",
                                                answer)
                                        .canonical(),
                                StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return Files.writeString(folder.resolve("log.jsonl"), lines);
    }

    /** The archive of a run: the suspect repeats most of what the suspected accounts were answered. */
    private void archive(Suite suite, Map<String, String> logged) throws IOException {
        StringBuilder yaml = new StringBuilder("version: 1\nrun: { name: traced }\nmodels:\n");
        Map<String, String> roles = new TreeMap<>(Map.of("suspect", "suspect", "own", "candidate"));
        PANEL.forEach(model -> roles.put(model, "panel"));
        roles.forEach((id, role) -> yaml.append(
                "  - { id: " + id + ", provider: openai, model: m, role: " + role + ", lab: " + id + "-lab }\n"));
        yaml.append("probes: [ \"file:probes.yaml\" ]\n");
        Path audit = Files.writeString(folder.resolve("audit.yaml"), yaml);
        List<ImportedAnswer> answers = new ArrayList<>();
        for (Probe probe : suite.probes()) {
            for (String model : roles.keySet()) {
                for (int sample = 0; sample < 3; sample++) {
                    boolean echo = model.equals("suspect") && probe.id().startsWith("suspected");
                    String text = echo
                            ? logged.getOrDefault(probe.prompt(), "").substring(0, 250) + " " + words(20)
                            : words(60);
                    answers.add(new ImportedAnswer(
                            new CellKey(model, probe.id(), sample),
                            Bytes.of(Json.object("text", text).canonical())));
                }
            }
        }
        try (Archive archive = Archive.create(folder.resolve("archive.sqlite"))) {
            archive.putDocument(
                    StoredDocuments.AUDIT,
                    Bytes.of(AuditFile.read(audit).toJson(folder).canonical()),
                    Instant.EPOCH);
            archive.putDocument(StoredDocuments.SUITE, Bytes.of(suite.toJson().canonical()), Instant.EPOCH);
            archive.importAll(
                    "import/test",
                    Bytes.of(Json.object("models", List.of(), "suite", suite.toJson())
                            .canonical()),
                    answers.iterator(),
                    Instant.EPOCH);
        }
    }
}
