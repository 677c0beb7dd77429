package dev.kinprint.trace;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a made-up log whose truth is known. */
@Command(
        name = "world",
        description = "Writes the log of a made-up provider (log.jsonl), with accounts of people and of three rings of"
                + " harvesters, and which account is in which ring (truth.csv).")
final class WorldCommand implements Callable<Integer> {
    private final Screen screen;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where it goes.")
    private Path out = Path.of("");

    @Mixin
    private WorldOptions options = new WorldOptions();

    WorldCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        LabWorld world = options.world(0);
        Files.createDirectories(out);
        world.write(out.resolve("log.jsonl"));
        try (BufferedWriter truth = Files.newBufferedWriter(out.resolve("truth.csv"))) {
            truth.write("account,ring\n");
            for (Map.Entry<String, Integer> entry : new TreeMap<>(world.log().rings()).entrySet()) {
                truth.write(entry.getKey() + "," + entry.getValue() + "\n");
            }
        }
        screen.answer("Wrote " + world.log().exchanges().size() + " exchanges into " + out.resolve("log.jsonl"));
        return 0;
    }
}
