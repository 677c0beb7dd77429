package dev.kinprint.cli;

import dev.kinprint.calibrate.Documented;
import dev.kinprint.calibrate.Labels;
import dev.kinprint.calibrate.Truth;
import dev.kinprint.compare.Kinship;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.json.Json;
import dev.kinprint.watch.Identification;
import dev.kinprint.watch.Library;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts how often `identify` is right, on a corpus of known lineage. */
@Command(
        name = "test",
        description =
                "Counts how often `identify` is right on a corpus of known lineage. Prompt variants are looked for in"
                        + " a library without any variant. Every other model is then a stranger: it is looked for in a library"
                        + " without itself, its kin, and whatever stands on its weights.",
        footer = {
            "  kinprint fingerprint test --corpus alpaca_eval/results",
            "  kinprint fingerprint test --corpus outputs/ --lineage lineage.csv --most 100"
        })
final class FingerprintTrial implements Callable<Integer> {
    private static final Set<Truth.Kind> WEIGHTS =
            EnumSet.of(Truth.Kind.SAME, Truth.Kind.DERIVED, Truth.Kind.SAME_BASE);

    private final Console console;

    @Option(names = "--corpus", required = true, paramLabel = "DIR|FILE", description = "The corpus.")
    private Path source = Path.of("");

    @Option(
            names = "--lineage",
            paramLabel = "FILE",
            description = "Its lineage file. Default: lineage.csv in its folder.")
    private Optional<Path> lineage = Optional.empty();

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "200",
            description = "After how many calls to give up. Default: ${DEFAULT-VALUE}.")
    private int most = 200;

    @Option(
            names = "--level",
            paramLabel = "P",
            defaultValue = "0.05",
            description = "The expected share of false names. Default: ${DEFAULT-VALUE}.")
    private double level = 0.05;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the order. Default: 1.")
    private long seed = 1;

    FingerprintTrial(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        IdentifyCommand.checkLevel(level);
        IdentifyCommand.checkNumber("--most", most);
        Labels labels = Labels.read(lineage.orElseGet(() -> source.resolve("lineage.csv")));
        Corpus corpus = ChannelFit.read(source);
        Truth truth = Truth.of(corpus, labels);
        Library all = Library.of(corpus, most, seed);
        List<Integer> variants = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int m = 0; m < corpus.members().size(); m++) {
            (variant(labels, corpus, m) ? variants : others).add(m);
        }
        Library known =
                all.without(id -> variant(labels, corpus, corpus.position(id).orElseThrow()));
        List<Sought> sought = variants.stream()
                .map(suspect -> sought(known, corpus, truth, suspect))
                .toList();
        tell(sought);
        strangers(all, corpus, truth, labels, others);
        SequentialTrial.Result alone = new SequentialTrial(all, corpus, truth, most, seed).run();
        alone.lines(most).forEach(console::answer);
        console.data("oneCandidate", alone::json);
        return Exit.OK;
    }

    /** A prompt variant, and what it was found to be. */
    private record Sought(String model, List<String> named, int calls, boolean right) {
        Json json() {
            return Json.object("model", model, "named", named, "calls", calls, "right", right);
        }
    }

    private Sought sought(Library known, Corpus corpus, Truth truth, int suspect) {
        Identification identification = identify(known, corpus, suspect);
        List<Identification.Standing> named = identification.named();
        return new Sought(
                corpus.members().get(suspect).id(),
                named.stream().map(Identification.Standing::line).toList(),
                identification.calls(),
                !named.isEmpty() && named.stream().allMatch(line -> weights(truth, corpus, suspect, line.models())));
    }

    private void tell(List<Sought> sought) {
        TextTable table = new TextTable("model", "named", "calls", "right");
        sought.forEach(one -> table.row(
                one.model(),
                one.named().isEmpty() ? "none of these" : String.join(", ", one.named()),
                one.calls(),
                one.right() ? "yes" : "no"));
        console.answer(table.toString());
        List<Integer> calls = sought.stream()
                .filter(Sought::right)
                .map(Sought::calls)
                .sorted()
                .toList();
        console.answer(String.format(
                Locale.ROOT,
                "Prompt variants: %d of %d found, %d named wrongly, %s calls (median of those found).",
                calls.size(),
                sought.size(),
                sought.stream()
                        .filter(one -> !one.named().isEmpty() && !one.right())
                        .count(),
                calls.isEmpty() ? "-" : calls.get(calls.size() / 2).toString()));
        console.data(
                "variants", () -> Json.array(sought.stream().map(Sought::json).toList()));
    }

    /** A stranger that was taken for a line, and what the lineage file says of the two. */
    private record Mistaken(String model, String line, Truth.Kind kind) {
        Json json() {
            return Json.object("model", model, "line", line, "lineage", words(kind));
        }
    }

    private void strangers(Library all, Corpus corpus, Truth truth, Labels labels, List<Integer> suspects) {
        List<Mistaken> mistaken = new ArrayList<>();
        int none = 0;
        try (ProgressLine progress = console.progress("strangers")) {
            for (int at = 0; at < suspects.size(); at++) {
                int suspect = suspects.get(at);
                Library library = strangersTo(suspect, all, corpus, truth)
                        .without(id ->
                                variant(labels, corpus, corpus.position(id).orElseThrow()));
                List<Identification.Standing> named =
                        identify(library, corpus, suspect).named();
                none += named.isEmpty() ? 1 : 0;
                for (Identification.Standing line : named) {
                    Truth.Kind nearest = line.models().stream()
                            .map(id -> truth.kind(
                                    new Pair(suspect, corpus.position(id).orElseThrow())))
                            .max(Comparator.comparing(kind -> kind != Truth.Kind.CLEAN))
                            .orElseThrow();
                    mistaken.add(new Mistaken(corpus.members().get(suspect).id(), line.line(), nearest));
                }
                progress.at(at + 1, suspects.size(), "");
            }
        }
        tell(mistaken, none, suspects.size());
    }

    private void tell(List<Mistaken> mistaken, int none, int strangers) {
        console.answer(String.format(Locale.ROOT, "Strangers: %d of %d answered \"none of these\".", none, strangers));
        SortedMap<Truth.Kind, List<String>> cases = new TreeMap<>();
        mistaken.forEach(one ->
                cases.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(one.model() + " as " + one.line()));
        cases.forEach((kind, named) ->
                console.answer("  named, and the lineage file says " + words(kind) + ": " + String.join("; ", named)));
        console.data(
                "strangers",
                () -> Json.object(
                        "models",
                        strangers,
                        "none",
                        none,
                        "named",
                        mistaken.stream().map(Mistaken::json).toList()));
    }

    /** The models of a library that neither are kin of a model of the corpus nor stand on its weights. */
    static Library strangersTo(int suspect, Library all, Corpus corpus, Truth truth) {
        Kinship kinship = Kinship.of(corpus);
        return all.without(id -> {
            int other = corpus.position(id).orElseThrow();
            return other == suspect
                    || kinship.kin(suspect, other)
                    || WEIGHTS.contains(truth.kind(new Pair(suspect, other)));
        });
    }

    private static String words(Truth.Kind kind) {
        return switch (kind) {
            case CLEAN -> "that nothing connects them";
            case TAUGHT -> "that one was trained on the other's outputs";
            case CO_STUDENTS -> "that both were trained on one source's outputs";
            case DISTANT -> "that only a chain of others connects them";
            case SAME, DERIVED, SAME_BASE -> "that they share weights";
            case OTHER -> "too little of one of them";
        };
    }

    private Identification identify(Library library, Corpus corpus, int suspect) {
        SortedMap<String, String> answers = IdentifyCommand.answers(corpus, suspect);
        List<String> order = library.order(answers.keySet(), seed);
        Identification identification =
                Identification.begin(library, order.subList(0, Math.min(most, order.size())), level);
        for (String question : order.subList(0, Math.min(most, order.size()))) {
            if (!identification.named().isEmpty()) {
                break;
            }
            identification.take(question, java.util.Objects.requireNonNull(answers.get(question)));
        }
        return identification;
    }

    private static boolean variant(Labels labels, Corpus corpus, int member) {
        return labels.of(corpus.members().get(member).id())
                .filter(model -> model.descent() == Documented.Descent.PROMPT_VARIANT)
                .isPresent();
    }

    private static boolean weights(Truth truth, Corpus corpus, int suspect, List<String> models) {
        return models.stream()
                .anyMatch(id -> WEIGHTS.contains(
                        truth.kind(new Pair(suspect, corpus.position(id).orElseThrow()))));
    }
}
