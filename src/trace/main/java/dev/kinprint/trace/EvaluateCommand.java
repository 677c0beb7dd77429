package dev.kinprint.trace;

import dev.kinprint.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the tool on worlds of known truth. */
@Command(
        name = "evaluate",
        description = "Goes the whole way in made-up worlds whose truth is known, and counts what is found and what is"
                + " found wrongly. Leaves the logs of the worlds in the working folder.")
final class EvaluateCommand implements Callable<Integer> {
    private static final long PROBE_SEED = 7;

    private final Screen screen;

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Option(names = "--worlds", paramLabel = "N", defaultValue = "3", description = "How many worlds. Default: 3.")
    private int worlds = 3;

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Mixin
    private DrawOptions draw = new DrawOptions();

    @Option(names = "--json", required = true, paramLabel = "FILE", description = "Where the figures go.")
    private Path json = Path.of("");

    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description = "Where a calibration on all pairs of these worlds goes.")
    private Optional<Path> calibration = Optional.empty();

    EvaluateCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        Evaluation evaluation = new Evaluation();
        Path folder = Files.createTempDirectory("kinprint-trace");
        try (SparkSession spark = engine.open()) {
            for (int number = 0; number < worlds; number++) {
                long seed = world.seed(number);
                evaluation.add(spark, world.world(number), "world-" + seed, folder, draw.rules(PROBE_SEED));
                screen.note("World " + seed + " is done.");
            }
        }
        Json.Obj figures = evaluation.json();
        Files.writeString(json, figures.pretty(), StandardCharsets.UTF_8);
        if (calibration.isPresent()) {
            Files.writeString(calibration.get(), evaluation.calibration().json().pretty(), StandardCharsets.UTF_8);
        }
        screen.answer(figures.pretty().stripTrailing());
        screen.note("The logs of the worlds: " + folder);
        return 0;
    }
}
