package dev.kinprint.cli;

import dev.kinprint.calibrate.CalibrationSource;
import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.calibrate.Labels;
import dev.kinprint.channel.Channels;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.embed.Embedder;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fits a calibration. */
@Command(
        name = CalibrateCommand.NAME,
        description = CalibrateCommand.SUMMARY,
        footer = {
            "  kinprint calibrate --corpus outputs/ --name ours --out ours.json.gz",
            "  kinprint calibrate --corpus world-1/ --corpus world-2/ --name lab \\\n      --questions 24 --out lab.json.gz"
        })
final class CalibrateCommand implements Callable<Integer> {
    static final String NAME = "calibrate";
    static final String SUMMARY =
            "Fits a calibration on corpora whose lineage is known, for `judge --calibration FILE`.";

    private final Console console;
    private final Function<String, Optional<String>> environment;

    @Mixin
    private ChannelFit fit = new ChannelFit();

    @Option(
            names = "--corpus",
            required = true,
            paramLabel = "DIR",
            description = "A corpus of known lineage, with its"
                    + " lineage.csv; may be given again. Each is compared within itself.")
    private List<Path> corpora = List.of();

    @Option(
            names = "--lineage",
            paramLabel = "FILE",
            description = "The lineage file of the only corpus, where it lies" + " elsewhere.")
    private Optional<Path> lineage = Optional.empty();

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "What the calibration is called.")
    private String name = "";

    @Option(names = "--source", paramLabel = "TEXT", description = "Where the corpus comes from; printed in reports.")
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--questions",
            split = ",",
            paramLabel = "N",
            defaultValue = "25,50,100,200,400",
            description = "At which numbers of questions it is to hold. Default: ${DEFAULT-VALUE}.")
    private List<Integer> questions = List.of();

    @Option(
            names = "--distilled-by",
            split = ",",
            paramLabel = "ID",
            description =
                    "Which channels are evidence of \"distilled\"; without it those that did best on public models.")
    private List<String> distilledBy = List.of();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all draws. Default: 1.")
    private long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the calibration is written.")
    private Path out = Path.of("");

    CalibrateCommand(Console console, Function<String, Optional<String>> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (lineage.isPresent() && corpora.size() > 1) {
            throw OperatorError.usage(
                    "One lineage file is given for several corpora",
                    "--lineage " + lineage.get(),
                    "each corpus has its own",
                    "Put a lineage.csv into each folder");
        }
        List<String> distilled = distilledBy.isEmpty() ? CalibrationSource.DISTILLED_BY : known();
        List<Calibrations.Labelled> labelled = new ArrayList<>();
        int models = 0;
        int asked = 0;
        int samples = 1;
        Optional<Embedder> embedder = fit.embedder(environment);
        try {
            for (Path folder : corpora) {
                Corpus corpus = ChannelFit.read(folder);
                models += corpus.members().size();
                asked = Math.max(asked, corpus.questions().size());
                samples = Math.max(samples, samples(corpus));
                labelled.add(new Calibrations.Labelled(
                        fit.fit(corpus, Channels.ids(), embedder, console),
                        Labels.read(lineage.orElse(folder.resolve("lineage.csv")))));
            }
        } finally {
            embedder.ifPresent(Embedder::close);
        }
        CalibrationSource from = new CalibrationSource(
                name,
                source.orElse(corpora.size() + (corpora.size() == 1 ? " corpus" : " corpora") + " of known lineage"),
                models,
                asked,
                samples,
                fit.questions(),
                embedder.map(model -> model.id().toString()),
                distilled,
                seed);
        Calibrations.fit(from, labelled, questions).write(out);
        console.data(
                "calibration",
                () -> Json.object(
                        "file", out.toString(),
                        "name", from.name(),
                        "models", from.models(),
                        "questions", from.questions(),
                        "samples", from.samples(),
                        "embedder", from.embedder()));
        console.answer("Wrote " + out + ": " + models + " models, up to " + asked + " questions");
        return Exit.OK;
    }

    private List<String> known() {
        List<String> channels = CorpusSource.channels("--distilled-by ", distilledBy);
        if (channels.stream().anyMatch(CalibrationSource.CONTENT::contains)) {
            throw OperatorError.usage(
                    "A channel of content cannot be evidence of \"distilled\"",
                    "--distilled-by " + String.join(",", channels),
                    "what two models say to one question does not show who learnt from whom",
                    "Leave out " + String.join(", ", CalibrationSource.CONTENT));
        }
        return channels;
    }

    private static int samples(Corpus corpus) {
        int most = 1;
        for (int m = 0; m < corpus.members().size(); m++) {
            for (int q = 0; q < corpus.questions().size(); q++) {
                most = Math.max(most, corpus.texts(m, q).size());
            }
        }
        return most;
    }
}
