package dev.kinprint.cli;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.json.Json;
import dev.kinprint.watch.Library;
import dev.kinprint.watch.LibraryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes and tests libraries of fingerprints. */
@Command(
        name = FingerprintCommand.NAME,
        description = FingerprintCommand.SUMMARY,
        footer = {
            "  kinprint fingerprint build --corpus alpaca_eval/results \\\n      --out known.library.gz",
            "  kinprint fingerprint test --corpus alpaca_eval/results"
        })
final class FingerprintCommand implements Callable<Integer> {
    static final String NAME = "fingerprint";
    static final String SUMMARY =
            "Makes a library of fingerprints of known models, for `kinprint identify`, and tests" + " one.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        CommandLine own = spec.commandLine();
        own.usage(own.getOut());
        return Exit.USAGE;
    }

    /** Makes a library. */
    @Command(
            name = "build",
            description =
                    "Takes fingerprints of all models of a run or of outputs made elsewhere. The file holds hashes of"
                            + " questions and sketches of answers, and no text.",
            footer = {
                "  kinprint fingerprint build results/panel --out known.library.gz",
                "  kinprint fingerprint build --corpus alpaca_eval/results --questions 100 \\\n      --out known.library.gz"
            })
    static final class Build implements Callable<Integer> {
        private final Console console;

        @Mixin
        private CorpusSource source = new CorpusSource();

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file of the library.")
        private Path out = Path.of("");

        @Option(
                names = "--questions",
                paramLabel = "N",
                defaultValue = "200",
                description = "Of at most how many questions, drawn at random. Default: ${DEFAULT-VALUE}.")
        private int questions = 200;

        @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the draw. Default: 1.")
        private long seed = 1;

        Build(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            IdentifyCommand.checkNumber("--questions", questions);
            Corpus corpus = source.open().corpus();
            Library library = Library.of(corpus, questions, seed);
            try {
                LibraryFile.write(library, out);
            } catch (IOException e) {
                throw new UncheckedIOException("the library cannot be written to " + out, e);
            }
            console.data(
                    "library",
                    () -> Json.object(
                            "file", out.toString(),
                            "models", library.models().size(),
                            "questions", library.questions().size()));
            console.answer(String.format(
                    Locale.ROOT,
                    "Wrote fingerprints of %d models, of at most %d questions each, to %s",
                    library.models().size(),
                    library.questions().size(),
                    out));
            return Exit.OK;
        }
    }
}
