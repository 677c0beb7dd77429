package dev.kinprint.cli;

import dev.kinprint.collect.Plan;
import dev.kinprint.suite.Audit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what a run would ask. */
@Command(
        name = "plan",
        description = "Shows what a run would ask of whom, what is stored already and what it can cost at most. Uses no"
                + " network and needs no key.",
        footer = {"  kinprint plan audit.yaml", "  kinprint plan audit.yaml --budget-usd 5"})
final class PlanCommand implements Callable<Integer> {
    private final Console console;
    private final Function<String, Optional<String>> environment;

    @Mixin
    private AuditOptions options = new AuditOptions();

    PlanCommand(Console console, Function<String, Optional<String>> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return show(options, console, environment);
    }

    /** Shows the plan of an audit. */
    static int show(AuditOptions options, Console console, Function<String, Optional<String>> environment) {
        Audit audit = options.audit();
        MissingKeys keys = MissingKeys.of(audit, environment);
        Prepared prepared = Prepared.of(audit, RunFolder.of(audit), console);
        Plan plan = Plan.of(audit, prepared.suite().probes(), options.plan(keys.environment()));
        console.answer(Preflight.of(prepared, plan).text());
        keys.names().forEach(name -> console.answer("! " + name + " is not set; a run needs it."));
        return Exit.OK;
    }
}
