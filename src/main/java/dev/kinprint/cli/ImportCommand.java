package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.ingest.Outputs;
import dev.kinprint.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings in outputs that were made elsewhere. */
@Command(
        name = ImportCommand.NAME,
        description = ImportCommand.SUMMARY
                + "%nRead are AlpacaEval's model_outputs.json; lines or a CSV table of model, probe, prompt,"
                + " sample, text; the JSON of promptfoo (versions 2 and 3), of Inspect (version 2) and of"
                + " HELM (scenario_state.json); and the samples of lm-evaluation-harness"
                + " (MODEL/samples_TASK.jsonl). Plain or gzipped, one file or a folder.",
        footer = {
            "  kinprint import outputs.jsonl.gz --into results/background",
            "  kinprint import alpaca_eval/results --into results/public \\\n      && kinprint judge results/public"
        })
final class ImportCommand implements Callable<Integer> {
    static final String NAME = "import";
    static final String SUMMARY = "Brings outputs that were made elsewhere into the archive of a run, with the hash of"
            + " every file: all of them, or none.";

    private final Console console;

    @Parameters(paramLabel = "SOURCE", description = "A file or a folder of outputs.")
    private Path source = Path.of("");

    @Option(names = "--into", required = true, paramLabel = "RUNDIR", description = "The folder of the run.")
    private Path into = Path.of("");

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.note("Reading " + source + " ...");
        Outputs outputs = Outputs.scan(source);
        RunFolder folder = new RunFolder(into);
        boolean added = added(outputs, folder);
        console.data(
                "imported",
                () -> Json.object(
                        "run", folder.toString(),
                        "new", added,
                        "answers", outputs.answers(),
                        "models",
                                outputs.models().stream()
                                        .map(model -> model.id())
                                        .toList(),
                        "questions", outputs.suite().probes().size(),
                        "version", outputs.suite().version()));
        console.answer(String.format(
                Locale.ROOT,
                "%s %,d answers of %d models to %d questions (version %s) %s %s",
                added ? "Imported" : "Nothing new:",
                outputs.answers(),
                outputs.models().size(),
                outputs.suite().probes().size(),
                outputs.suite().version(),
                added ? "into" : "are already in",
                folder));
        console.note("Judge them with:  kinprint judge " + folder);
        return Exit.OK;
    }

    private static boolean added(Outputs outputs, RunFolder folder) {
        try (Archive archive = folder.write()) {
            return outputs.into(archive, Instant.now());
        }
    }
}
