package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Material;
import dev.kinprint.channel.Profiles;
import dev.kinprint.compare.Comparison;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.Question;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.Worlds;
import dev.kinprint.report.Chromium;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Subject;
import dev.kinprint.suite.Turn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The committed report of the demo is today's. {@value #RENEW} makes it anew: the page, its numbers and its picture,
 * with Chromium as the page's tests need it.
 */
class SampleTest {
    private static final String RENEW = "mvn -q test -Dtest=SampleTest -Dsample=renew";
    private static final Path SAMPLE = Path.of("results", "sample");
    private static final Path MADE_FROM = SAMPLE.resolve("made-from.txt");
    private static final long SEED = Worlds.FIRST_SEED;

    /** Draws decide how wide the intervals are, and these are not looked at. */
    private static final int DRAWS = 5;

    private static final int LARGEST = 3 << 20;
    /** The channels that enter a ratio. */
    private static final List<String> CHANNELS =
            List.of("content-ngram", "function-words", "bigrams", "openings", "closings", "inventions", "format");

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 1300;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void renew() throws Exception {
        if (!"renew".equals(System.getProperty("sample"))) {
            return;
        }
        // In the folder that the demo takes by itself, because the page names it.
        Path demo = Path.of("results", "demo");
        Screen screen = Screen.log();
        assertThat(screen.run("demo", "--seed", Long.toString(SEED)))
                .as(screen.notes())
                .isZero();
        for (String name : List.of("report.html", "result.json")) {
            Files.copy(demo.resolve(name), SAMPLE.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        picture();
        Files.writeString(MADE_FROM, madeFrom());
    }

    private static void picture() throws IOException {
        ChromeDriver browser = Chromium.start(folder.resolve("chromium"));
        try {
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", WIDTH, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
            browser.get(SAMPLE.resolve("report.html").toUri().toString());
            Object png = browser.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"))
                    .get("data");
            Files.write(SAMPLE.resolve("report.png"), Base64.getDecoder().decode(String.valueOf(png)));
        } finally {
            browser.quit();
        }
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
        List<Evidence> weighed = weighedToday();
        assertThat(result.at("verdicts").items())
                .as("The verdicts are others than when the sample was made. Renew it: " + RENEW)
                .hasSameSizeAs(weighed);
        for (int v = 0; v < weighed.size(); v++) {
            Json shown = result.at("verdicts").at(v);
            Evidence today = weighed.get(v);
            assertThat(shown.at("candidate").text()).contains(today.candidate());
            assertThat(shown.at("log10Lr").at("value").number().orElse(-99.0))
                    .as("%s and %s. Renew the sample: %s", today.suspect(), shown.at("candidate"), RENEW)
                    .isCloseTo(today.logLr().map(LogLr::value).orElse(-99.0), within(1e-6));
        }
    }

    /** The demo's audit without its way over HTTP and without embeddings, which enter no ratio. */
    private static List<Evidence> weighedToday() {
        Lab lab = Worlds.FIRST;
        Audit audit = DemoAudit.of(lab, "http://127.0.0.1", SEED, folder);
        List<Probe> probes = NamedSuite.find("quick").probes();
        Corpus.Builder corpus = new Corpus.Builder();
        probes.forEach(
                probe -> corpus.question(new Question(probe.id(), probe.category(), probe.prompt(), Optional.empty())));
        for (Subject subject : audit.models()) {
            corpus.member(new Member(subject.id(), subject.origin()));
            for (Probe probe : probes) {
                List<String> turns = probe.turns().stream().map(Turn::text).toList();
                for (int s = 0; s < audit.run().samples().orElseThrow(); s++) {
                    int sample = s;
                    Worlds.whole(lab, subject.id(), turns, sample, audit.maxTokens(subject, probe))
                            .ifPresent(text -> corpus.text(subject.id(), probe.id(), sample, text));
                }
            }
        }
        JudgingRequest demo = AuditJudge.request(audit);
        Calibrations calibration = Calibrations.named(Calibrations.LAB);
        Corpus texts = corpus.build().firstSamples(calibration.source().samples());
        List<Integer> suspects = positions(texts, demo.suspects());
        Profiles profiles = Channels.fit(Material.of(texts), CHANNELS);
        Comparison comparison = Comparison.of(profiles, Set.copyOf(suspects), demo.seed());
        List<Pair> pairs = new ArrayList<>();
        List<Integer> candidates = positions(texts, demo.candidates());
        suspects.forEach(suspect -> candidates.forEach(candidate -> pairs.add(new Pair(suspect, candidate))));
        List<Integer> panel = IntStream.range(0, texts.members().size())
                .filter(member -> !suspects.contains(member))
                .boxed()
                .toList();
        return calibration.weigh(comparison, pairs, panel, DRAWS, demo.seed()).evidence();
    }

    private static List<Integer> positions(Corpus corpus, List<String> ids) {
        return ids.stream().map(id -> corpus.position(id).orElseThrow()).toList();
    }
}
