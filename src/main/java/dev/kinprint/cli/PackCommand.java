package dev.kinprint.cli;

import dev.kinprint.custody.Pack;
import dev.kinprint.json.Json;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Packs a sealed run. */
@Command(
        name = PackCommand.NAME,
        description = PackCommand.SUMMARY + " It holds every question and answer.",
        footer = {"  kinprint pack results/acme-audit", "  kinprint pack results/acme-audit --out acme.zip"})
final class PackCommand implements Callable<Integer> {
    static final String NAME = "pack";
    static final String SUMMARY =
            "Writes a sealed run into one file for someone else, who checks it with `kinprint" + " verify`.";

    private final Console console;

    @Parameters(paramLabel = "RUN", description = "The folder of a sealed run.")
    private Path run = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "The pack. Default: the name of the run, with .zip.")
    private Optional<Path> out = Optional.empty();

    PackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path file = out.orElseGet(() -> Path.of(run.toAbsolutePath().normalize().getFileName() + ".zip"));
        int files = Pack.write(run, file);
        console.data("pack", () -> Json.object("file", file.toString(), "files", files));
        console.answer("Packed " + files + " files into " + file + ". Check it with:  kinprint verify "
                + CommandLineText.quoted(file.toString()));
        return Exit.OK;
    }
}
