package dev.kinprint.cli;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.suite.Nearest;
import dev.kinprint.watch.History;
import dev.kinprint.watch.HistoryFile;
import dev.kinprint.watch.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether an endpoint is still the model that it was. */
@Command(
        name = WatchCommand.NAME,
        description = {
            WatchCommand.SUMMARY
                    + " Takes one run after the other, for example one a night, into a small history file"
                    + " without text, and says after each whether the answers have changed by more than a"
                    + " tolerance. However often one looks, the chance of a false alarm stays under the level.",
            "",
            "The same questions must be asked each time, in runs of their own. Ends with 1 where the endpoint has changed,"
                    + " and with 3 while there is too little to go by."
        },
        footer = {
            "  kinprint watch results/night-1 --model production \\\n      --history production.history.json",
            "  kinprint watch results/night-2 --model production \\\n      --history production.history.json --tolerance 0.1"
        })
final class WatchCommand implements Callable<Integer> {
    static final String NAME = "watch";
    static final String SUMMARY = "Is an endpoint still the model that it was?";

    /** Under so many scored answers nothing is said. */
    private static final int LEAST_SCORES = 20;

    private final Console console;

    @Mixin
    private CorpusSource source = new CorpusSource();

    @Option(names = "--model", required = true, paramLabel = "ID", description = "The model that is watched.")
    private String model = "";

    @Option(
            names = "--history",
            required = true,
            paramLabel = "FILE",
            description = "The history; begun where there is none.")
    private Path file = Path.of("");

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            defaultValue = "0.05",
            description =
                    "How far the mean strangeness of answers, 0.5 where nothing changes, may rise before it counts."
                            + " Default: ${DEFAULT-VALUE}.")
    private double tolerance = 0.05;

    @Option(
            names = "--level",
            paramLabel = "P",
            defaultValue = "0.01",
            description =
                    "The chance of a false alarm that is accepted, over all runs together. Default: ${DEFAULT-VALUE}.")
    private double level = 0.01;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the answer as JSON; - for the standard output.")
    private Optional<String> json = Optional.empty();

    WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        IdentifyCommand.checkLevel(level);
        if (!(tolerance >= 0 && tolerance <= History.MOST_TOLERANCE)) {
            throw OperatorError.usage(
                    "Wrong --tolerance",
                    "the command line",
                    tolerance + " is not from 0 to " + History.MOST_TOLERANCE,
                    "Give for example 0.05.");
        }
        CorpusSource.Opened opened = source.open();
        History before = HistoryFile.read(file).orElseGet(() -> History.begin(model));
        if (!before.model().equals(model)) {
            throw OperatorError.usage(
                    "The history is of another model",
                    file.toString(),
                    "it is of " + before.model() + ", and not of " + model,
                    "Name another file for each model.");
        }
        String run = opened.suite().sha256();
        History now = before.holds(run) ? before : before.after(run, answers(opened.corpus()));
        if (before.holds(run)) {
            console.note("This run is in the history already; nothing was added.");
        } else {
            write(now);
        }
        return tell(now);
    }

    private SortedMap<String, List<String>> answers(Corpus corpus) {
        int member = corpus.position(model)
                .orElseThrow(() -> OperatorError.usage(
                        "There is no such model in the run",
                        "--model " + model,
                        "the run holds " + corpus.members().size() + " models, and none has this id",
                        Nearest.of(
                                        model,
                                        corpus.members().stream()
                                                .map(known -> known.id())
                                                .toList())
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("Give the id that the audit has.")));
        SortedMap<String, List<String>> answers = new TreeMap<>();
        for (int q = 0; q < corpus.questions().size(); q++) {
            List<String> texts = corpus.texts(member, q);
            if (!texts.isEmpty()) {
                answers.putIfAbsent(Library.key(corpus.questions().get(q)), texts);
            }
        }
        if (answers.isEmpty()) {
            throw new OperatorError(
                    OperatorError.Kind.INSUFFICIENT,
                    "There is nothing to watch",
                    model,
                    "the run holds no answer of it",
                    "Collect answers with `kinprint run`.");
        }
        return answers;
    }

    private void write(History history) {
        try {
            HistoryFile.write(history, file);
        } catch (IOException e) {
            throw new UncheckedIOException("the history cannot be written to " + file, e);
        }
    }

    private int tell(History history) {
        History.Evidence evidence = history.evidence(tolerance);
        int scored = history.scores().size();
        boolean changed = scored >= LEAST_SCORES && evidence.pValue() <= level;
        double mean = history.scores().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0.5);
        String state = changed ? "changed" : scored < LEAST_SCORES ? "too little data" : "no change shown";
        Json answer = Json.object(
                "schema", "kinprint.watch/1",
                "model", model,
                "state", state,
                "runs", history.nights().size(),
                "scored", scored,
                "meanStrangeness", mean,
                "eValue", evidence.eValue(),
                "pValue", evidence.pValue(),
                "level", level,
                "tolerance", tolerance);
        json.filter(target -> !target.equals("-"))
                .ifPresent(target -> TextFile.write(Path.of(target), answer.pretty(), "the answer"));
        console.answer(
                json.equals(Optional.of("-"))
                        ? answer.pretty().stripTrailing()
                        : String.format(
                                Locale.ROOT,
                                "%s: %s after %d runs and %d scored answers; mean strangeness %.3f (0.5 where nothing"
                                        + " changes, %.2f tolerated), p %.2g (alarm under %s).",
                                model,
                                state,
                                history.nights().size(),
                                scored,
                                mean,
                                0.5 + tolerance,
                                evidence.pValue(),
                                level));
        if (changed) {
            console.problem("Once it has changed it stays so. To watch what it is now, name a new history.");
        }
        return changed ? Exit.FAILED : scored < LEAST_SCORES ? Exit.INSUFFICIENT : Exit.OK;
    }
}
