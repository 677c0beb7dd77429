package dev.kinprint.cli;

import dev.kinprint.collect.Plan;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.suite.Audit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Collects what an audit asks for, then judges it. */
@Command(
        name = RunCommand.NAME,
        description = RunCommand.SUMMARY + " The same command again goes on where it ended and asks nothing twice.",
        footer = {
            "  kinprint run audit.yaml",
            "  kinprint run audit.yaml --dry-run",
            "  kinprint run audit.yaml --yes --budget-usd 5 --deadline 2h",
            "  kinprint run audit.yaml --stop-when-decided=0.01",
            "  kinprint run audit.yaml --offline"
        })
final class RunCommand implements Callable<Integer> {
    static final String NAME = "run";
    static final String SUMMARY =
            "Asks every open cell of an audit, archives every answer, then judges and writes the" + " report.";

    private final Console console;
    private final Function<String, Optional<String>> environment;
    private final Judge judge;

    @Mixin
    private AuditOptions options = new AuditOptions();

    @Option(names = "--yes", description = "Agree to the plan beforehand.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Show the plan, and ask nothing.")
    private boolean dryRun;

    @Option(
            names = "--retry-in-doubt",
            paramLabel = "N",
            description = "Ask cells again that may have been paid for and have no answer, up to N times each. Each may"
                    + " then be paid for twice, and the archive says so. Default: 0.")
    private int retryInDoubt;

    @Option(
            names = "--stop-when-decided",
            arity = "0..1",
            fallbackValue = "0.01",
            paramLabel = "P",
            description =
                    "Ask candidates and panel first, then each suspect a few questions at a time, and stop asking it"
                            + " as soon as a line of candidates is named, with an expected share of false names of at most P."
                            + " What was stopped early has an e-value and no likelihood ratio. Without a number: ${FALLBACK-VALUE}.")
    private Optional<Double> stopWhenDecided = Optional.empty();

    @Option(
            names = "--offline",
            description = "Make no call and need no key: go on only where every answer is stored already, and else say"
                    + " what is missing and end with 3.")
    private boolean offline;

    @Option(names = "--no-judge", description = "Collect only.")
    private boolean noJudge;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RunCommand(Console console, Function<String, Optional<String>> environment, Judge judge) {
        this.console = console;
        this.environment = environment;
        this.judge = judge;
    }

    @Override
    public Integer call() {
        if (dryRun) {
            return PlanCommand.show(options, new WantedRatio(), console, environment);
        } else if (offline) {
            return offline();
        }
        Audit audit = options.audit();
        Prepared prepared = Prepared.of(audit, RunFolder.of(audit), console);
        Plan plan = Plan.of(audit, prepared.suite().probes(), options.plan(environment));
        Preflight preflight = Preflight.of(prepared, plan);
        console.note(preflight.text());
        console.data("plan", preflight::json);
        if (!preflight.agreed(yes, console)) {
            console.problem("Nothing was asked.");
            return Exit.INTERRUPTED;
        }
        Collecting collecting = new Collecting(console, CommandLineText.of(spec), inDoubtRetries());
        StoppedEarly stopped = new StoppedEarly(console, collecting, prepared, plan, options.plan(environment));
        Ending.Told told = stopWhenDecided.map(stopped::collect).orElseGet(() -> collecting.run(prepared, plan));
        if (noJudge || !told.judge()) {
            return told.exit();
        } else if (told.exit() == Exit.OK) {
            return judge.judge(prepared.folder(), audit, console);
        }
        console.problem("Not every model came to its end. What is there is judged all the same.");
        try {
            judge.judge(prepared.folder(), audit, console);
        } catch (OperatorError e) {
            console.problem("It cannot be judged: " + e.what() + ", " + e.why());
        }
        return told.exit();
    }

    private int offline() {
        if (inDoubtRetries() > 0 || stopWhenDecided.isPresent()) {
            throw OperatorError.usage(
                    (inDoubtRetries() > 0 ? "--retry-in-doubt" : "--stop-when-decided") + " does not go with --offline",
                    "the command line",
                    "a run that makes no call decides nothing on what to ask",
                    "Leave one of them out.");
        }
        Audit audit = options.audit();
        Prepared prepared = Prepared.of(audit, RunFolder.of(audit), console);
        Function<String, Optional<String>> keyless =
                MissingKeys.of(audit, environment).environment();
        Plan plan = Plan.of(audit, prepared.suite().probes(), options.plan(keyless));
        new Offline(console, CommandLineText.of(spec)).run(prepared, plan);
        return noJudge ? Exit.OK : judge.judge(prepared.folder(), audit, console);
    }

    private int inDoubtRetries() {
        if (retryInDoubt < 0) {
            throw OperatorError.usage(
                    "Wrong --retry-in-doubt", "the command line", retryInDoubt + " is negative", "Give 0 or more.");
        }
        return retryInDoubt;
    }
}
