package dev.kinprint.cli;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.calibrate.Labels;
import dev.kinprint.calibrate.Robustness;
import dev.kinprint.calibrate.Validation;
import dev.kinprint.calibrate.ValidationJson;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Profiles;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Rewrite;
import dev.kinprint.embed.Embedder;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.report.ValidationPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures error rates on a corpus of known lineage. */
@Command(
        name = ValidateCommand.NAME,
        description = ValidateCommand.SUMMARY
                + " Without --calibration the fit leaves out the clusters of each pair in turn.",
        footer = {
            "  kinprint validate --corpus outputs/",
            "  kinprint validate --corpus outputs/ --lineage lineage.csv \\\n      --calibration builtin --json figures.json"
        })
final class ValidateCommand implements Callable<Integer> {
    static final String NAME = "validate";
    static final String SUMMARY = "Measures how often likelihood ratios mislead, on a corpus whose lineage is known.";

    private static final String CROSS = "cross";
    private static final List<String> RELATIONS = List.of("SD", "S", "D", "T");

    private final Console console;
    private final Function<String, Optional<String>> environment;

    @Mixin
    private ChannelFit fit = new ChannelFit();

    @Option(names = "--corpus", required = true, paramLabel = "DIR|FILE", description = "The corpus.")
    private Path corpus = Path.of("");

    @Option(
            names = "--lineage",
            paramLabel = "FILE",
            description = "Its lineage file. Default: lineage.csv in its" + " folder.")
    private Optional<Path> lineage = Optional.empty();

    @Option(
            names = "--calibration",
            paramLabel = "cross|builtin|lab|FILE",
            defaultValue = CROSS,
            description = "What is tested: a fit without each cluster in turn, or a calibration left unchanged."
                    + " Default: ${DEFAULT-VALUE}.")
    private String calibration = CROSS;

    @Option(names = "--channels", split = ",", paramLabel = "ID", description = "Only these channels.")
    private List<String> channels = List.of();

    @Option(
            names = "--probes",
            split = ",",
            paramLabel = "N",
            defaultValue = "10,25,50,100,200",
            description = "Smaller numbers of questions to repeat it with. Default: ${DEFAULT-VALUE}.")
    private List<Integer> probes = List.of();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all draws. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Where the figures go as JSON; - for the standard" + " output.")
    private Optional<String> json = Optional.empty();

    @Option(
            names = "--robustness",
            description = "Also measure with rewritten answers of suspects, on " + Robustness.QUESTIONS
                    + " questions and without vectors; takes some minutes more.")
    private boolean robustness;

    @Option(
            names = "--relations",
            split = ",",
            paramLabel = "SD|S|D|T",
            description = "Only these relations in the table and the figures, with their negative sets. Default: all.")
    private List<String> relations = List.of();

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Where a Tippett plot and a DET curve of each relation go, as SVG.")
    private Optional<Path> pictures = Optional.empty();

    ValidateCommand(Console console, Function<String, Optional<String>> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        List<String> chosen = CorpusSource.channels("--channels ", channels);
        Labels labels = Labels.read(lineage.orElseGet(() -> corpus.resolve("lineage.csv")));
        Optional<Calibrations> tested =
                calibration.equals(CROSS) ? Optional.empty() : Optional.of(Calibrations.named(calibration));
        Corpus texts = ChannelFit.read(corpus);
        List<String> wanted = known(relations);
        Validation whole = Validation.of(profiles(texts, chosen), labels, tested, probes, seed);
        Validation validation =
                (robustness ? whole.with(rewritten(texts, chosen, labels, tested)) : whole).only(wanted);
        String figures = ValidationJson.of(validation).pretty();
        if (json.equals(Optional.of("-"))) {
            console.answer(figures.stripTrailing());
            return Exit.OK;
        }
        ValidationTable.lines(validation).forEach(console::answer);
        if (pictures.isPresent()) {
            draw(validation, pictures.get());
        }
        if (json.isPresent()) {
            Files.writeString(Path.of(json.get()), figures, StandardCharsets.UTF_8);
            console.note("Figures: " + json.get());
        }
        return Exit.OK;
    }

    private List<Robustness.Rewritten> rewritten(
            Corpus texts, List<String> chosen, Labels labels, Optional<Calibrations> tested) {
        List<String> ids = (chosen.isEmpty() ? Channels.ids() : chosen)
                .stream().filter(id -> !id.equals("content-embedding")).toList();
        return Robustness.of(
                List.of(Rewrite.values()),
                texts,
                labels,
                corpus -> fit.fit(corpus, ids, Optional.empty(), console),
                tested,
                seed);
    }

    private static List<String> known(List<String> relations) {
        for (String relation : relations) {
            if (!RELATIONS.contains(relation)) {
                throw OperatorError.usage(
                        "There is no such relation",
                        "--relations " + relation,
                        "the relations are " + String.join(", ", RELATIONS),
                        "Name some of them, separated by commas");
            }
        }
        return relations.isEmpty() ? RELATIONS : relations;
    }

    private void draw(Validation validation, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Validation.Scored scored : validation.scored()) {
            String name = scored.relation().toLowerCase(Locale.ROOT) + ".svg";
            Files.writeString(
                    folder.resolve("tippett-" + name), ValidationPictures.tippett(scored), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("det-" + name), ValidationPictures.det(scored), StandardCharsets.UTF_8);
        }
        console.note("Pictures: " + folder);
    }

    private Profiles profiles(Corpus texts, List<String> chosen) {
        List<String> ids = chosen.isEmpty() ? Channels.ids() : chosen;
        Optional<Embedder> embedder = ids.contains("content-embedding") ? fit.embedder(environment) : Optional.empty();
        try {
            return fit.fit(texts, ids, embedder, console);
        } finally {
            embedder.ifPresent(Embedder::close);
        }
    }
}
