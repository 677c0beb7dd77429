package dev.kinprint.cli;

import dev.kinprint.calibrate.Documented;
import dev.kinprint.calibrate.Labels;
import dev.kinprint.calibrate.Truth;
import dev.kinprint.compare.Kinship;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.watch.Identification;
import dev.kinprint.watch.Library;
import java.nio.file.Path;
import java.util.ArrayList;
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
        TextTable table = new TextTable("model", "named", "calls", "right");
        int found = 0;
        int wrong = 0;
        List<Integer> calls = new ArrayList<>();
        for (int suspect : variants) {
            Identification identification = identify(known, corpus, suspect);
            List<Identification.Standing> named = identification.named();
            boolean right =
                    !named.isEmpty() && named.stream().allMatch(line -> weights(truth, corpus, suspect, line.models()));
            found += right ? 1 : 0;
            wrong += !named.isEmpty() && !right ? 1 : 0;
            if (right) {
                calls.add(identification.calls());
            }
            table.row(
                    corpus.members().get(suspect).id(),
                    named.isEmpty()
                            ? "none of these"
                            : String.join(
                                    ", ",
                                    named.stream().map(line -> line.line()).toList()),
                    identification.calls(),
                    right ? "yes" : "no");
        }
        console.answer(table.toString());
        calls.sort(null);
        console.answer(String.format(
                Locale.ROOT,
                "Prompt variants: %d of %d found, %d named wrongly, %s calls (median of those found).",
                found,
                variants.size(),
                wrong,
                calls.isEmpty() ? "-" : calls.get(calls.size() / 2).toString()));
        strangers(all, corpus, truth, labels, others);
        new SequentialTrial(all, corpus, truth, most, seed).lines().forEach(console::answer);
        return Exit.OK;
    }

    private void strangers(Library all, Corpus corpus, Truth truth, Labels labels, List<Integer> suspects) {
        SortedMap<Truth.Kind, List<String>> named = new TreeMap<>();
        int none = 0;
        try (ProgressLine progress = console.progress("strangers")) {
            for (int at = 0; at < suspects.size(); at++) {
                int suspect = suspects.get(at);
                Library library = strangersTo(suspect, all, corpus, truth)
                        .without(id ->
                                variant(labels, corpus, corpus.position(id).orElseThrow()));
                Identification identification = identify(library, corpus, suspect);
                none += identification.named().isEmpty() ? 1 : 0;
                for (Identification.Standing line : identification.named()) {
                    Truth.Kind nearest = line.models().stream()
                            .map(id -> truth.kind(
                                    new Pair(suspect, corpus.position(id).orElseThrow())))
                            .max(java.util.Comparator.comparing(kind -> kind != Truth.Kind.CLEAN))
                            .orElseThrow();
                    named.computeIfAbsent(nearest, kind -> new ArrayList<>())
                            .add(corpus.members().get(suspect).id() + " as " + line.line());
                }
                progress.at(at + 1, suspects.size(), "");
            }
        }
        console.answer(
                String.format(Locale.ROOT, "Strangers: %d of %d answered \"none of these\".", none, suspects.size()));
        named.forEach((kind, cases) ->
                console.answer("  named, and the lineage file says " + words(kind) + ": " + String.join("; ", cases)));
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
