package dev.kinprint.cli;

import dev.kinprint.embed.Embedder;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.suite.JudgeSettings.Ablation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges stored answers. */
@Command(
        name = JudgeCommand.NAME,
        description = JudgeCommand.SUMMARY + " Needs no network; the same answers always give the same bytes.",
        footer = {
            "  kinprint judge results/acme-audit",
            "  kinprint judge --corpus outputs/ --suspect mine --candidate theirs \\\n      --out results/mine"
        })
final class JudgeCommand implements Callable<Integer> {
    static final String NAME = "judge";
    static final String SUMMARY = "Compares stored answers and weighs what they say about lineage.";

    private final Console console;
    private final Function<String, Optional<String>> environment;

    @Mixin
    private CorpusSource source = new CorpusSource();

    @Mixin
    private EmbeddingOptions embedding = new EmbeddingOptions();

    @Option(
            names = "--suspect",
            paramLabel = "ID",
            description = "A model under question, by its id or the name it has in the outputs; may be given again."
                    + " Default: the suspects of the run's audit, or every model in turn.")
    private List<String> suspects = List.of();

    @Option(
            names = "--candidate",
            paramLabel = "ID",
            description = "A possible source; may be given again."
                    + " Default: the candidates of the run's audit, or every other model.")
    private List<String> candidates = List.of();

    @Option(names = "--channels", split = ",", paramLabel = "ID", description = "Only these channels.")
    private List<String> channels = List.of();

    @Option(
            names = "--calibration",
            paramLabel = "builtin|lab|FILE",
            defaultValue = "builtin",
            description = "What turns scores into likelihood ratios. Default: ${DEFAULT-VALUE}.")
    private String calibration = "builtin";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all draws. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes." + " Default: the folder of the run, or results/NAME of the corpus.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--ablations",
            split = ",",
            paramLabel = "VARIANT",
            description = "Weigh again on texts that lack something: raw, no-markdown, length-matched, content-words."
                    + " Default: what the run's audit names.")
    private List<String> ablations = List.of();

    @Mixin
    private DisclosureOptions disclosure = new DisclosureOptions();

    JudgeCommand(Console console, Function<String, Optional<String>> environment) {
        this.console = console;
        this.environment = environment;
    }

    private String command(CorpusSource.Opened opened) {
        return "kinprint judge " + opened.file().name() + " --calibration " + calibration + " --seed " + seed
                + (channels.isEmpty() ? "" : " --channels " + String.join(",", channels))
                + (ablations.isEmpty() ? "" : " --ablations " + String.join(",", ablations));
    }

    private static List<String> ids(List<String> given, CorpusSource.Opened opened) {
        return given.stream().map(opened.called()::id).toList();
    }

    private static Ablation ablation(String word) {
        return Ablation.of(word)
                .orElseThrow(() -> OperatorError.usage(
                        "There is no such variant of the texts",
                        "--ablations " + word,
                        "the variants are "
                                + Arrays.stream(Ablation.values())
                                        .map(Ablation::word)
                                        .collect(Collectors.joining(", ")),
                        "Name one of these"));
    }

    @Override
    public Integer call() {
        CorpusSource.channels("--channels ", channels);
        CorpusSource.Opened opened = source.open();
        JudgingRequest request = new JudgingRequest(
                suspects.isEmpty() ? opened.suspects() : ids(suspects, opened),
                candidates.isEmpty() ? opened.candidates() : ids(candidates, opened),
                channels.isEmpty() ? opened.channels() : channels,
                calibration,
                JudgingRequest.DRAWS,
                seed,
                ablations.isEmpty()
                        ? opened.ablations()
                        : ablations.stream().map(JudgeCommand::ablation).toList());
        Path folder = out.orElseGet(opened::folder);
        Optional<Embedder> embedder = request.embeds() ? embedding.open(environment) : Optional.empty();
        try {
            return new JudgedRun(console)
                    .judge(new JudgedRun.Note(opened, command(opened), disclosure.tells()), request, embedder, folder);
        } finally {
            embedder.ifPresent(Embedder::close);
        }
    }
}
