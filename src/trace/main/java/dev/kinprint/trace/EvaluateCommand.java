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
    private final Screen screen;

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Option(names = "--worlds", paramLabel = "N", defaultValue = "3", description = "How many worlds. Default: 3.")
    private int worlds = 3;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "101", description = "Seed of the first. Default: 101.")
    private long seed = 101;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "300",
            description = "Accounts of people. Default: 300.")
    private int people = 300;

    @Option(names = "--n", paramLabel = "N", defaultValue = "480", description = "Probes. Default: 480.")
    private int probes = 480;

    @Option(
            names = "--per-account",
            paramLabel = "N",
            defaultValue = "4",
            description = "Probes of one account. Default: 4.")
    private int perAccount = 4;

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
            for (int world = 0; world < worlds; world++) {
                evaluation.add(
                        spark,
                        new LabWorld(seed + world, people, Evaluation.RING, Evaluation.EACH),
                        "world-" + (seed + world),
                        folder,
                        probes,
                        perAccount);
                screen.note("World " + (seed + world) + " is done.");
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
