package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.channel.Channels;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.Question;
import dev.kinprint.embed.Embedder;
import dev.kinprint.json.Json;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabModel;
import dev.kinprint.lab.Worlds;
import dev.kinprint.report.Chromium;
import dev.kinprint.report.Disclosure;
import dev.kinprint.report.FileNote;
import dev.kinprint.report.Header;
import dev.kinprint.report.Report;
import dev.kinprint.report.Reports;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * How large a report is, how long it takes to make and to open, with 50 models, 200 questions and 5 samples. It takes
 * minutes and so runs only when asked for: {@code mvn -q test -Dtest=ReportBench}. It writes {@code
 * results/bench/report.json}.
 */
class ReportBench {
    private static final Path FIGURES = Path.of("results", "bench", "report.json");
    private static final int MODELS = 50;
    private static final int QUESTIONS = 200;
    private static final int SAMPLES = 5;
    private static final int OPENINGS = 7;
    private static final String HASH = "0".repeat(64);

    @TempDir
    private Path folder;

    @Test
    void measure() throws IOException {
        List<String> models = models(Worlds.FIRST);
        Corpus corpus = corpus(Worlds.FIRST, models);
        assertThat(corpus.size()).isEqualTo(MODELS * QUESTIONS * SAMPLES);
        int suspects = DemoAudit.SUSPECTS.size();
        Json measured = measured(corpus, models.subList(0, suspects), models.subList(suspects, 2 * suspects));
        Files.createDirectories(FIGURES.getParent());
        Files.writeString(
                FIGURES,
                Json.object(
                                "schema",
                                "kinprint.bench.report/1",
                                "command",
                                "mvn -q test -Dtest=ReportBench",
                                "machine",
                                Runtime.getRuntime().availableProcessors() + " processors, "
                                        + System.getProperty("os.name") + ", Java " + Runtime.version(),
                                "models",
                                MODELS,
                                "questions",
                                QUESTIONS,
                                "samples",
                                SAMPLES,
                                "report",
                                measured)
                        .pretty());
    }

    /** The suspects and the teachers, then others, as far as there is room. */
    private static List<String> models(Lab lab) {
        Set<String> ids = new LinkedHashSet<>(DemoAudit.SUSPECTS);
        lab.models().forEach(model -> ids.addAll(model.teachers()));
        lab.models().forEach(model -> ids.add(model.id()));
        return ids.stream().limit(MODELS).toList();
    }

    private static Corpus corpus(Lab lab, List<String> models) {
        List<Probe> probes = Stream.of("core", "sameness")
                .flatMap(suite -> NamedSuite.find(suite).probes().stream())
                .limit(QUESTIONS)
                .toList();
        Corpus.Builder corpus = new Corpus.Builder();
        probes.forEach(
                probe -> corpus.question(new Question(probe.id(), probe.category(), probe.prompt(), Optional.empty())));
        for (LabModel model : lab.models()) {
            if (!models.contains(model.id())) {
                continue;
            }
            corpus.member(new Member(
                    model.id(),
                    DemoAudit.SUSPECTS.contains(model.id())
                            ? Origin.unknown()
                            : new Origin(
                                    Optional.of(model.lab()),
                                    Optional.of(model.base()),
                                    Optional.empty(),
                                    Optional.empty())));
            for (Probe probe : probes) {
                for (int s = 0; s < SAMPLES; s++) {
                    corpus.text(model.id(), probe.id(), s, lab.answer(model.id(), probe.prompt(), s));
                }
            }
        }
        return corpus.build();
    }

    private Json measured(Corpus corpus, List<String> suspects, List<String> candidates) throws IOException {
        // Edit distances take longer than all the rest, and a page with them has one row more on each card.
        List<String> channels =
                Channels.ids().stream().filter(id -> !id.equals("edit")).toList();
        JudgingRequest request = new JudgingRequest(
                suspects, candidates, channels, Calibrations.LAB, JudgingRequest.DRAWS, 1, List.of());
        Path out = folder.resolve("report");
        Optional<Embedder> embedder = new EmbeddingOptions().open(name -> Optional.ofNullable(System.getenv(name)));
        try {
            long start = System.nanoTime();
            Judged judged = Judging.judge(corpus, request, Map.of(), embedder, (done, total) -> {});
            var ablations = Ablations.of(judged, request);
            double judging = since(start);
            start = System.nanoTime();
            Report report = ReportAssembly.report(
                    judged,
                    corpus,
                    header(judged, embedder),
                    Conducts.UNKNOWN,
                    ablations,
                    List.of(new FileNote("the lab", HASH, "its answers")));
            double assembling = since(start);
            start = System.nanoTime();
            Reports.write(report, corpus, Disclosure.FULL, out);
            double writing = since(start);
            Path page = out.resolve("report.html");
            List<Double> opened = opened(page);
            return Json.object(
                    "suspects",
                    suspects.size(),
                    "candidates",
                    candidates.size(),
                    "judgingSeconds",
                    judging,
                    "assemblingSeconds",
                    assembling,
                    "writingSeconds",
                    writing,
                    "reportBytes",
                    Files.size(page),
                    "folderBytes",
                    size(out),
                    "openedSecondsMedian",
                    opened.get(OPENINGS / 2),
                    "openedSecondsMost",
                    opened.get(OPENINGS - 1));
        } finally {
            embedder.ifPresent(Embedder::close);
        }
    }

    private static double since(long start) {
        return Math.round((System.nanoTime() - start) / 1e7) / 100.0;
    }

    private static Header header(Judged judged, Optional<Embedder> embedder) {
        return new Header(
                "large",
                Version.number(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Header.SuiteNote("large", HASH)),
                MODELS,
                QUESTIONS,
                SAMPLES,
                judged.comparison().corpus().size(),
                1,
                embedder.map(model -> model.id().toString()).orElse("none"),
                "mvn -q test -Dtest=ReportBench",
                true);
    }

    /** Seconds from the start of the navigation to the end of the page's load event, sorted; the first opening is cold. */
    private List<Double> opened(Path page) {
        List<Double> seconds = new ArrayList<>();
        ChromeDriver browser = Chromium.start(folder.resolve("chromium"));
        try {
            for (int i = 0; i < OPENINGS; i++) {
                browser.get(page.toUri().toString());
                Object end = browser.executeScript(
                        "return performance.getEntriesByType('navigation')[0].loadEventEnd / 1000;");
                seconds.add(Math.round(((Number) Objects.requireNonNull(end)).doubleValue() * 1000) / 1000.0);
            }
        } finally {
            browser.quit();
        }
        return seconds.stream().sorted().toList();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }
}
