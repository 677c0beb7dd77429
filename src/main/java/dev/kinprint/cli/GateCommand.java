package dev.kinprint.cli;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.calibrate.Evidence;
import dev.kinprint.compare.AnswerFigures;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.embed.Embedder;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.report.Coverage;
import dev.kinprint.report.GateReport;
import dev.kinprint.suite.Condition;
import dev.kinprint.suite.JudgeSettings;
import dev.kinprint.suite.Subject;
import dev.kinprint.verdict.Baseline;
import dev.kinprint.verdict.Finding;
import dev.kinprint.verdict.Gate;
import dev.kinprint.verdict.Measured;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares a run with a committed baseline. */
@Command(
        name = GateCommand.NAME,
        description = {
            GateCommand.SUMMARY
                    + " Makes no call. A condition fails only where its whole 95%% interval is past the limit,"
                    + " after correction for the number of conditions; where the interval straddles the limit it"
                    + " is undecided.",
            "",
            "A condition is MEASURE(MODEL[, MODEL]) COMPARISON LIMIT. Measures: similarity, wording, lrS, lrD, lrT (two"
                    + " models); refusals, length, format (one, or the first less the second). Comparisons: < <= > >=."
                    + " Limits: a number; +number or -number, a change from the baseline; floor, floor - number, what"
                    + " the models have with themselves. Conditions in the audit file say what must hold, those of"
                    + " --fail-on what must not. Without any, the likeness of each pair must stay within 0.05 of the"
                    + " baseline."
        },
        footer = {
            "  kinprint gate results/release --baseline baselines/core.json",
            "  kinprint gate results/release --baseline baselines/core.json \\\n      --junit out/junit.xml --markdown"
                    + " out/summary.md --fail-on \"similarity(candidate, rival) > +0.05\""
        })
final class GateCommand implements Callable<Integer> {
    static final String NAME = "gate";
    static final String SUMMARY =
            "Compares a run with a committed baseline, for a build that must stop where a release" + " has changed.";

    private static final int MOST_MODELS = 20;

    private final Console console;
    private final Function<String, Optional<String>> environment;

    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path run = Path.of("");

    @Option(
            names = "--baseline",
            required = true,
            paramLabel = "FILE",
            description = "The baseline. Where there is none it is written, and the exit code is 3.")
    private Path file = Path.of("");

    @Option(names = "--fail-on", paramLabel = "CONDITION", description = "What must not hold; may be given again.")
    private List<String> failOn = List.of();

    @Option(names = "--update-baseline", description = "Accept this run: write its figures as the new baseline.")
    private boolean update;

    @Option(
            names = "--undecided",
            paramLabel = "pass|fail",
            description = "Count what is undecided as passed or failed, instead of ending with exit code 3.")
    private Optional<Undecided> undecided = Optional.empty();

    @Option(
            names = "--embedder",
            paramLabel = "builtin|none|DIR",
            description = "The embedding model. Default: the audit's, or the built-in one.")
    private Optional<String> embedder = Optional.empty();

    @Option(
            names = "--calibration",
            paramLabel = "builtin|lab|FILE",
            description = "What turns scores into likelihood ratios. Default: the audit's, or the built-in one.")
    private Optional<String> calibration = Optional.empty();

    @Mixin
    private GateOutputs outputs = new GateOutputs();

    /** What an undecided condition counts as. */
    enum Undecided {
        /** As passed. */
        PASS,
        /** As failed. */
        FAIL
    }

    GateCommand(Console console, Function<String, Optional<String>> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Optional<Baseline> before = BaselineFile.read(file);
        GateRun source = GateRun.read(new RunFolder(run));
        Optional<Embedder> vectors =
                EmbeddingOptions.of(embedder.map(GateCommand::part).orElseGet(source::embedder), environment);
        try {
            return check(source, before, vectors);
        } finally {
            vectors.ifPresent(Embedder::close);
        }
    }

    private int check(GateRun source, Optional<Baseline> before, Optional<Embedder> vectors) {
        Set<Condition> given =
                GateConditions.given(source.audit().map(audit -> audit.gate()).orElse(List.of()), failOn);
        GateConditions.check(given, source.members());
        List<String> models = models(source, given);
        Set<Condition> conditions = given.isEmpty() ? GateConditions.standing(models, vectors.isPresent()) : given;
        String weighedBy = calibration.orElseGet(source::calibration);
        Baseline.Terms terms = new Baseline.Terms(
                source.probeSetHash(),
                vectors.map(model -> model.id().toString()).orElse("none"),
                Calibrations.named(weighedBy).id());
        Optional<Baseline> comparable =
                update ? before.filter(known -> known.terms().differences(terms).isEmpty()) : before;
        comparable.ifPresent(known -> refuse(known.terms().differences(terms)));

        GateFigures figures = figures(source, models, conditions, weighedBy, vectors);
        Map<Condition, Measured> measured = new LinkedHashMap<>();
        conditions.forEach(condition -> measured.put(condition, figures.of(condition)));
        List<Finding> findings = Gate.judge(measured, comparable, source.seed());
        outputs.write(
                new GateReport(
                        new RunFolder(run).toString(),
                        file.toString().replace('\\', '/'),
                        findings,
                        coverage(source.corpus(), models),
                        source.usd()),
                console);
        if (before.isEmpty() || update) {
            write(source, figures, terms, models, conditions);
            console.problem(
                    before.isEmpty()
                            ? "There was no baseline: this run's figures were written. Review and commit " + file
                            : "This run's figures are the new baseline. Review and commit " + file);
        }
        return update ? Exit.OK : exit(findings, before.isEmpty());
    }

    private static JudgeSettings.Part part(String embedder) {
        return embedder.equals("builtin") || embedder.equals("none")
                ? new JudgeSettings.Part.Builtin(embedder)
                : new JudgeSettings.Part.Own(Path.of(embedder).toAbsolutePath());
    }

    /** The models in question: those that the audit is about and those that a condition names. */
    private static List<String> models(GateRun source, Set<Condition> given) {
        Set<String> models = new TreeSet<>(source.audited());
        given.forEach(condition -> models.addAll(condition.models()));
        if (models.isEmpty()) {
            models.addAll(source.members());
        }
        if ((given.isEmpty() && models.size() < 2) || models.size() > MOST_MODELS) {
            throw OperatorError.usage(
                    "It is not clear which models are compared",
                    "RUN, --fail-on",
                    models.size() + " models are in question, of 2 to " + MOST_MODELS,
                    "Give conditions that name the models, or an audit with a suspect and a candidate");
        }
        return List.copyOf(models);
    }

    private void refuse(List<String> differences) {
        if (!differences.isEmpty()) {
            throw OperatorError.usage(
                    "The run cannot be compared with this baseline",
                    file.toString(),
                    String.join("; ", differences),
                    "Make the run as the baseline's was, or accept the change with --update-baseline.");
        }
    }

    private GateFigures figures(
            GateRun source,
            List<String> models,
            Set<Condition> conditions,
            String weighedBy,
            Optional<Embedder> vectors) {
        Corpus corpus = source.corpus();
        List<Integer> members =
                models.stream().map(id -> corpus.position(id).orElseThrow()).toList();
        try (ProgressLine progress = vectors.isPresent() ? console.progress("embedding") : ProgressLine.NONE) {
            AnswerFigures answers =
                    AnswerFigures.of(corpus, members, vectors, (done, total) -> progress.at(done, total, ""));
            return new GateFigures(corpus, answers, evidence(source, conditions, weighedBy, vectors));
        }
    }

    /** Weighs what conditions on likelihood ratios need, together with what the run's own report weighs. */
    private List<Evidence> evidence(
            GateRun source, Set<Condition> conditions, String weighedBy, Optional<Embedder> vectors) {
        List<Condition> ratios = conditions.stream()
                .filter(condition -> condition.measure().ratio())
                .toList();
        if (ratios.isEmpty()) {
            return List.of();
        }
        JudgingRequest request = new JudgingRequest(
                Stream.concat(
                                source.ids(Subject.Role.SUSPECT).stream(),
                                ratios.stream().map(Condition::first))
                        .distinct()
                        .toList(),
                Stream.concat(
                                source.ids(Subject.Role.CANDIDATE).stream(),
                                ratios.stream().flatMap(condition -> condition.second().stream()))
                        .distinct()
                        .toList(),
                source.channels(),
                weighedBy,
                JudgingRequest.DRAWS,
                source.seed(),
                List.of());
        return Judging.judge(source.corpus(), request, source.withheld(), vectors, (done, total) -> {})
                .weighing()
                .evidence();
    }

    private static List<Coverage> coverage(Corpus corpus, List<String> models) {
        return corpus.coverage().stream()
                .filter(row -> models.contains(row.member().id()))
                .map(row -> new Coverage(row.member().id(), row.texts(), row.gaps(), row.distinctTexts(), List.of()))
                .toList();
    }

    private void write(
            GateRun source, GateFigures figures, Baseline.Terms terms, List<String> models, Set<Condition> conditions) {
        for (String model : models) {
            figures.failed(model).ifPresent(why -> {
                throw new OperatorError(
                        OperatorError.Kind.INSUFFICIENT,
                        "The run is no baseline",
                        run.toString(),
                        why,
                        "Collect what is missing with `kinprint run`; no baseline was written.");
            });
        }
        BaselineFile.write(figures.baseline(terms, models, conditions, source.seed()), file);
    }

    private int exit(List<Finding> findings, boolean first) {
        boolean open = findings.stream().anyMatch(finding -> finding.state() == Finding.State.UNDECIDED);
        if (findings.stream().anyMatch(finding -> finding.state() == Finding.State.FAIL)
                || (open && undecided.equals(Optional.of(Undecided.FAIL)) && !first)) {
            return Exit.FAILED;
        }
        boolean error = findings.stream().anyMatch(finding -> finding.state() == Finding.State.ERROR);
        return first || error || (open && undecided.isEmpty()) ? Exit.INSUFFICIENT : Exit.OK;
    }
}
