package dev.kinprint.cli;

import dev.kinprint.collect.Plan;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.Nearest;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.RunSettings;
import dev.kinprint.suite.Subject;
import dev.kinprint.watch.Identification;
import dev.kinprint.watch.Library;
import dev.kinprint.watch.LibraryFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds out which known model is behind an endpoint, if any. */
@Command(
        name = IdentifyCommand.NAME,
        description = {
            IdentifyCommand.SUMMARY
                    + " Takes its answers one after the other, in an order fixed beforehand, and stops as soon"
                    + " as a line of models in the library is decided, or says \"none of these\".",
            "",
            "With --ask the suspect of an audit is asked as many questions as it takes, a few at a time; otherwise stored"
                    + " answers are read, and the calls are counted that would have been needed."
        },
        footer = {
            "  kinprint identify --library known.library.gz \\\n      --suspect middleman results/acme-audit",
            "  kinprint identify --library known.library.gz --suspect middleman \\\n      --ask audit.yaml --yes"
        })
final class IdentifyCommand implements Callable<Integer> {
    static final String NAME = "identify";
    static final String SUMMARY = "Which known model is behind an endpoint?";

    private static final int SHOWN = 3;

    private final Console console;
    private final Function<String, Optional<String>> environment;

    @Mixin
    private CorpusSource source = new CorpusSource();

    @Option(names = "--library", required = true, paramLabel = "FILE", description = "The library of fingerprints.")
    private Path file = Path.of("");

    @Option(names = "--suspect", required = true, paramLabel = "ID", description = "The model under question.")
    private String suspect = "";

    @Option(names = "--ask", paramLabel = "AUDIT", description = "Ask the suspect of this audit file.")
    private Optional<Path> ask = Optional.empty();

    @Option(names = "--yes", description = "With --ask: agree to the calls beforehand.")
    private boolean yes;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "200",
            description = "After how many answers to give up. Default: ${DEFAULT-VALUE}.")
    private int most = 200;

    @Option(
            names = "--level",
            paramLabel = "P",
            defaultValue = "0.05",
            description = "The expected share of false names that is accepted. Default: ${DEFAULT-VALUE}.")
    private double level = 0.05;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the order. Default: 1.")
    private long seed = 1;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the answer as JSON; - for the standard output.")
    private Optional<String> json = Optional.empty();

    IdentifyCommand(Console console, Function<String, Optional<String>> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        checkLevel(level);
        checkNumber("--most", most);
        if (ask.isPresent() && source.given()) {
            throw OperatorError.usage(
                    "It is not clear whose answers are meant",
                    "--ask, RUN, --corpus",
                    "the suspect is either asked or read from a store",
                    "Leave one of them out.");
        }
        Library library = LibraryFile.read(file);
        Identification identification = ask.isPresent() ? asked(library, ask.get()) : stored(library);
        tell(identification);
        return Exit.OK;
    }

    static void checkLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw OperatorError.usage(
                    "Wrong --level", "the command line", level + " is not between 0 and 1", "Give for example 0.05.");
        }
    }

    static void checkNumber(String option, int number) {
        if (number < 1) {
            throw OperatorError.usage(
                    "Wrong " + option, "the command line", number + " is less than 1", "Give for example 200.");
        }
    }

    /** The first answers of a model, by the library's names of the questions. */
    static SortedMap<String, String> answers(Corpus corpus, int member) {
        SortedMap<String, String> answers = new TreeMap<>();
        for (int q = 0; q < corpus.questions().size(); q++) {
            String question = Library.key(corpus.questions().get(q));
            corpus.first(member, q).ifPresent(text -> answers.putIfAbsent(question, text));
        }
        return answers;
    }

    private Identification stored(Library library) {
        Corpus corpus = source.open().corpus();
        SortedMap<String, String> answers = answers(corpus, position(corpus));
        List<String> order = first(library.order(answers.keySet(), seed));
        Identification identification = Identification.begin(library, order, level);
        for (String question : order) {
            if (!identification.named().isEmpty()) {
                break;
            }
            identification.take(question, Objects.requireNonNull(answers.get(question)));
        }
        return identification;
    }

    private List<String> first(List<String> order) {
        return order.subList(0, Math.min(most, order.size()));
    }

    private int position(Corpus corpus) {
        return corpus.position(suspect)
                .orElseThrow(() -> unknown(
                        corpus.members().stream().map(member -> member.id()).toList()));
    }

    private OperatorError unknown(List<String> known) {
        return OperatorError.usage(
                "There is no such model",
                "--suspect " + suspect,
                "none has this id",
                Nearest.of(suspect, known)
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse("Give the id of a model of the run or audit."));
    }

    /** Asks a few questions, takes the answers, and asks more until it is decided. */
    private Identification asked(Library library, Path auditFile) {
        AuditOptions options = AuditOptions.of(auditFile);
        Audit whole = options.audit();
        Prepared prepared = Prepared.of(whole, RunFolder.of(whole), console);
        SortedMap<String, Probe> probes = Questioning.comparable(prepared.suite());
        List<String> order = first(library.order(probes.keySet(), seed));
        Identification identification = Identification.begin(library, order, level);
        console.note("At most " + order.size() + " questions to " + suspect + ".");
        Audit alone = alone(whole);
        List<Probe> asked = order.stream()
                .map(question -> Objects.requireNonNull(probes.get(question)))
                .toList();
        Plan plan = Plan.of(alone, asked, options.plan(environment));
        Preflight preflight = Preflight.of(prepared, plan);
        if (!preflight.agreed(yes, console)) {
            throw OperatorError.usage(
                    "Nothing was asked", auditFile.toString(), "the calls were not agreed to", "Give --yes to agree.");
        }
        Collecting collecting =
                new Collecting(console, "kinprint identify --ask " + auditFile + " with the same options", 0);
        Questioning questioning = new Questioning(collecting, prepared, plan, alone, options.plan(environment));
        if (questioning.until(identification, order).exit() != Exit.OK) {
            throw new OperatorError(
                    OperatorError.Kind.INSUFFICIENT,
                    "The suspect could not be asked to the end",
                    suspect,
                    "the collection ended early, as said above",
                    "Give the same command again to go on; nothing is asked twice.");
        }
        return identification;
    }

    /** The audit with the suspect alone, asked everything once. */
    private Audit alone(Audit whole) {
        if (whole.models().stream().noneMatch(subject -> subject.id().equals(suspect))) {
            throw unknown(whole.models().stream().map(Subject::id).toList());
        }
        Audit alone = Questioning.among(whole, subject -> subject.id().equals(suspect));
        return new Audit(
                new RunSettings(
                        whole.run().name(),
                        Optional.of(1),
                        whole.run().seed(),
                        whole.run().out()),
                alone.limits(),
                alone.models(),
                alone.panel(),
                alone.params(),
                alone.probes(),
                alone.judge(),
                alone.gate());
    }

    private void tell(Identification identification) {
        List<Identification.Standing> named = identification.named();
        json.ifPresent(target -> write(target, identification));
        if (json.equals(Optional.of("-"))) {
            return;
        }
        for (Identification.Standing line : named) {
            console.answer(String.format(
                    Locale.ROOT,
                    "%s answers like %s (%s): e-value %s after %d answers.",
                    suspect,
                    line.line(),
                    String.join(", ", line.models()),
                    figure(line.eValue()),
                    identification.calls()));
        }
        if (named.isEmpty()) {
            console.answer(String.format(
                    Locale.ROOT,
                    "None of these: after %d answers %s is not shown to be of any of the %d lines in the library.",
                    identification.calls(),
                    suspect,
                    identification.examined()));
        }
        TextTable table = new TextTable("line", "e-value", "score", "strangers at most");
        identification.standings().stream()
                .limit(SHOWN)
                .forEach(line -> table.row(
                        line.line(),
                        figure(line.eValue()),
                        String.format(Locale.ROOT, "%.2f", line.mean()),
                        String.format(Locale.ROOT, "%.2f", line.tolerance())));
        console.answer(table.toString());
        console.note("An e-value is how many times a stake on the line has grown, and at most 1 on average where the"
                + " endpoint is a stranger to it; " + figure(identification.examined() / level)
                + " names one line of " + identification.examined() + ". It is no probability.");
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", Math.min(value, 1e12));
    }

    private void write(String target, Identification identification) {
        String text = Json.object(
                        "schema",
                        "kinprint.identify/1",
                        "suspect",
                        suspect,
                        "named",
                        identification.named().stream()
                                .map(Identification.Standing::line)
                                .toList(),
                        "calls",
                        identification.calls(),
                        "level",
                        level,
                        "standings",
                        identification.standings().stream()
                                .<Json>map(line -> Json.object(
                                        "line", line.line(),
                                        "models", line.models(),
                                        "eValue", Math.min(line.eValue(), 1e300),
                                        "score", line.mean(),
                                        "tolerance", line.tolerance()))
                                .toList())
                .pretty();
        if (target.equals("-")) {
            console.answer(text.stripTrailing());
            return;
        }
        TextFile.write(Path.of(target), text, "the answer");
    }
}
