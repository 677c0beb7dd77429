package dev.kinprint.trace;

import dev.kinprint.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures time and memory. */
@Command(
        name = "scale",
        description =
                "Reads a log, computes the signs and draws probes, and says how long that took, how much processor time, and the"
                        + " most memory that this process ever held. Measure each log in a process of its own.")
final class ScaleCommand implements Callable<Integer> {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double NANOSECONDS = 1e9;
    private static final long SEED = 7;

    private final Screen screen;
    private final Function<String, Optional<String>> environment;

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private DrawOptions draw = new DrawOptions();

    ScaleCommand(Screen screen, Function<String, Optional<String>> environment) {
        this.screen = screen;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        try (SparkSession spark = engine.open()) {
            ExchangeLog read = log.read(spark, environment);
            SignTable signs = new Signs(SignRules.DEFAULT).of(read);
            long flagged = signs.flagged();
            DrawnProbes drawn = new ProbeDraw(draw.rules(SEED)).draw(read, ProbesCommand.sides(signs));
            double seconds = (System.nanoTime() - start) / NANOSECONDS;
            screen.answer(new String(
                    Json.object(
                                    "rows", read.intake().rows(),
                                    "accounts", signs.accounts(),
                                    "flagged", flagged,
                                    "probes", drawn.probes().size(),
                                    "seconds", Math.round(seconds * 10) / 10.0,
                                    "cpuSeconds", cpu().map(used -> Math.round(used * 10) / 10.0),
                                    "peakMiB", peak())
                            .canonical(),
                    StandardCharsets.UTF_8));
        }
        return 0;
    }

    /** Seconds of processor time of all threads of this process: other processes do not make it longer. */
    private static Optional<Double> cpu() {
        return ProcessHandle.current().info().totalCpuDuration().map(used -> used.toMillis() / 1e3);
    }

    /** The high-water mark of resident memory, where the system tells it. */
    private static Optional<Long> peak() throws IOException {
        if (!Files.exists(STATUS)) {
            return Optional.empty();
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024)
                .findFirst();
    }
}
