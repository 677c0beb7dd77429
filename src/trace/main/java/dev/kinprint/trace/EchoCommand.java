package dev.kinprint.trace;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a suspect echoes what was logged. */
@Command(
        name = "echo",
        description =
                "Whether the suspect of a run echoes logged answers more than fresh ones, and whose exchanges. The"
                        + " run's probes are those that `probes` drew from this log, its candidate is the provider's own"
                        + " model.")
final class EchoCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Screen screen;
    private final Function<String, Optional<String>> environment;

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Mixin
    private LogOptions log = new LogOptions();

    @Option(names = "--run", required = true, paramLabel = "DIR", description = "The folder of the run.")
    private Path run = Path.of("");

    @Option(names = "--suspect", paramLabel = "ID", description = "The suspect, where the run has several.")
    private Optional<String> suspect = Optional.empty();

    @Option(
            names = "--clusters",
            paramLabel = "FILE",
            description =
                    "The accounts.csv of `signs`: the evidence of each cluster is also pooled, which shows smaller"
                            + " doses than an account by itself can.")
    private Optional<Path> clusters = Optional.empty();

    @Option(
            names = "--embedder",
            paramLabel = "builtin|none",
            defaultValue = "none",
            description =
                    "Whether closeness is also measured by embeddings, which takes a twentieth of a second for each"
                            + " answer and core. The calibration was made without them. Default: ${DEFAULT-VALUE}.")
    private String embedder = "none";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "7", description = "Seed of all draws. Default: 7.")
    private long seed = 7;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where echo.html, echo.json and echoed.csv go. None of them holds a prompt or an answer.")
    private Path out = Path.of("");

    EchoCommand(Screen screen, Function<String, Optional<String>> environment) {
        this.screen = screen;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Comparer comparer = comparer();
        Map<String, String> clusterOf = clusters.map(ClusterList::read).orElse(Map.of());
        TracedRun traced = TracedRun.read(run, suspect);
        try (SparkSession spark = engine.open()) {
            ExchangeLog read = log.read(spark, environment);
            screen.note(read.intake().words());
            TracedRun.Joined joined = traced.join(spark, read);
            joined.gaps()
                    .forEach((reason, count) -> screen.note(Words.of("%,d probes not compared: %s", count, reason)));
            Comparer.Compared compared = comparer.compare(spark, joined.probes());
            compared.texts().ifPresent(texts -> screen.note(texts.words()));
            List<Nearness> probes = compared.probes();
            for (Side side : Side.values()) {
                require(probes, side);
            }
            EchoReport report = new EchoReport(
                    EchoFindings.of(traced, probes, joined.gaps(), clusterOf, EchoCalibration.builtin(), seed),
                    read.intake(),
                    log.pseudonyms(environment));
            report.write(out);
            print(report);
        }
        return 0;
    }

    private void print(EchoReport report) {
        EchoFindings findings = report.findings();
        screen.answer(report.headline());
        screen.answer(Words.of(
                "Mean echo %.2f [%.2f, %.2f] of %d suspected probes, %.2f [%.2f, %.2f] of %d others; permutation p"
                        + " %.5f.",
                findings.suspectedEcho().value(),
                findings.suspectedEcho().low(),
                findings.suspectedEcho().high(),
                findings.suspected(),
                findings.controlEcho().value(),
                findings.controlEcho().low(),
                findings.controlEcho().high(),
                findings.controls(),
                findings.p()));
        screen.answer(Words.of(
                "Exchanges of %d of %d accounts are echoed more than expected.",
                findings.listed().size(), findings.accounts().size()));
        findings.listed().stream()
                .limit(SHOWN)
                .forEach(account -> screen.answer(Words.of(
                        "  %s  echo %.2f  adjusted p %.5f",
                        report.pseudonyms().of(account.name()), account.excess().value(), account.q())));
        if (!findings.clusters().isEmpty()) {
            screen.answer(Words.of(
                    "Exchanges of %d of %d clusters are, pooled.",
                    findings.clusters().stream().filter(GroupEcho::listed).count(),
                    findings.clusters().size()));
        }
        screen.note("Page: " + out.resolve("echo.html"));
    }

    private void require(List<Nearness> probes, Side side) {
        if (probes.stream().noneMatch(probe -> probe.side() == side)) {
            throw new OperatorError(
                    OperatorError.Kind.INSUFFICIENT,
                    "No probe of the " + side.word() + " accounts can be compared",
                    run.toString(),
                    "the notes above say what is missing",
                    "Ask probes that were drawn from this log, each model at least twice.");
        }
    }

    private Comparer comparer() {
        if (embedder.equals("none")) {
            return new Comparer(Optional.empty());
        }
        if (!embedder.equals("builtin")) {
            throw OperatorError.usage(
                    "There is no such embedder", "--embedder " + embedder, "there are builtin and none", "Choose one.");
        }
        return new Comparer(Optional.of(environment
                .apply("KINPRINT_CACHE")
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "kinprint"))));
    }
}
