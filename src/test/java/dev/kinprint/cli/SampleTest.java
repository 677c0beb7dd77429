package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.Question;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabModel;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Subject;
import dev.kinprint.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The committed report of the demo is today's. {@value #RENEW} makes it anew: the page, its numbers and its picture,
 * with Chromium as the page's tests need it.
 */
class SampleTest {
    private static final String RENEW = "mvn -q test -Dtest=SampleTest -Dsample=renew";
    private static final Path SAMPLE = Path.of("results", "sample");
    private static final Path MADE_FROM = SAMPLE.resolve("made-from.txt");
    private static final long SEED = 1;
    private static final int LARGEST = 3 << 20;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void renew() throws Exception {
        if (!"renew".equals(System.getProperty("sample"))) {
            return;
        }
        Path demo = folder.resolve("demo");
        Screen screen = Screen.log();
        assertThat(screen.run("demo", "--seed", Long.toString(SEED), "--out", demo.toString()))
                .as(screen.notes())
                .isZero();
        for (String name : List.of("report.html", "result.json")) {
            Files.copy(demo.resolve(name), SAMPLE.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Process chromium = new ProcessBuilder(
                        System.getProperty("chromium", "/usr/bin/chromium"),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--hide-scrollbars",
                        "--user-data-dir=" + folder.resolve("chromium"),
                        "--window-size=1280,1800",
                        "--screenshot=" + SAMPLE.resolve("report.png").toAbsolutePath(),
                        SAMPLE.resolve("report.html").toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        assertThat(chromium.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Files.writeString(MADE_FROM, madeFrom());
    }

    /** A digest of the templates and the style sheet: what decides how the page looks. */
    private static String madeFrom() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> templates = Files.list(Path.of("src", "main", "jte"))) {
            templates.sorted().forEach(files::add);
        }
        files.add(Path.of("src", "main", "resources", "dev", "kinprint", "report", "report.css"));
        for (Path file : files) {
            digest.update(Files.readString(file).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        }
        return "templates and style sheet, sha256 " + HexFormat.of().formatHex(digest.digest()) + "\n";
    }

    @Test
    void thePageIsMadeFromTodaysTemplates() throws Exception {
        assertThat(Files.readString(MADE_FROM))
                .as("The page has changed since the sample was made. Renew it: " + RENEW)
                .isEqualTo(madeFrom());
        assertThat(Files.size(SAMPLE.resolve("report.html"))
                        + Files.size(SAMPLE.resolve("result.json"))
                        + Files.size(SAMPLE.resolve("report.png")))
                .isLessThan(LARGEST);
    }

    @Test
    void theNumbersAreThoseThatTodaysCodeFinds() throws IOException, JsonFault {
        Json result = Json.parse(Files.readAllBytes(SAMPLE.resolve("result.json")), JsonLimits.FILE);
        List<Verdict> verdicts = judgedToday().verdicts();
        assertThat(result.at("verdicts").items())
                .as("The verdicts are others than when the sample was made. Renew it: " + RENEW)
                .hasSameSizeAs(verdicts);
        for (int v = 0; v < verdicts.size(); v++) {
            Json shown = result.at("verdicts").at(v);
            Verdict today = verdicts.get(v);
            assertThat(shown.at("candidate").text()).contains(today.evidence().candidate());
            assertThat(shown.at("log10Lr").at("value").number().orElse(-99.0))
                    .as("%s and %s. Renew the sample: %s", today.evidence().suspect(), shown.at("candidate"), RENEW)
                    .isCloseTo(today.evidence().logLr().map(LogLr::value).orElse(-99.0), within(1e-6));
        }
    }

    /** The demo's audit without its way over HTTP and without embeddings, which enter no ratio. */
    private static Judged judgedToday() {
        Lab lab = Lab.world(SEED);
        Audit audit = DemoAudit.of(lab, "http://127.0.0.1", SEED, folder);
        List<Probe> probes = NamedSuite.find("quick").probes();
        Corpus.Builder corpus = new Corpus.Builder();
        probes.forEach(
                probe -> corpus.question(new Question(probe.id(), probe.category(), probe.prompt(), Optional.empty())));
        for (LabModel model : lab.models()) {
            Subject subject = audit.models().stream()
                    .filter(one -> one.id().equals(model.id()))
                    .findFirst()
                    .orElseThrow();
            corpus.member(new Member(model.id(), subject.origin()));
            for (Probe probe : probes) {
                for (int s = 0; s < audit.run().samples().orElseThrow(); s++) {
                    corpus.text(model.id(), probe.id(), s, lab.answer(model.id(), probe.prompt(), s));
                }
            }
        }
        JudgingRequest demo = AuditJudge.request(audit);
        return Judging.judge(
                corpus.build(),
                new JudgingRequest(
                        demo.suspects(),
                        demo.candidates(),
                        List.of(
                                "content-ngram",
                                "function-words",
                                "bigrams",
                                "style-first",
                                "style-rest",
                                "openings",
                                "closings",
                                "format",
                                "verbatim"),
                        Calibrations.LAB,
                        20,
                        demo.seed(),
                        List.of()),
                Optional.empty(),
                (done, total) -> {});
    }
}
