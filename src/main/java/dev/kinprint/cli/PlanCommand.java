package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.collect.Plan;
import dev.kinprint.custody.PlanLock;
import dev.kinprint.embed.Embedder;
import dev.kinprint.embed.EmbedderId;
import dev.kinprint.json.Json;
import dev.kinprint.suite.Audit;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a run would ask. */
@Command(
        name = PlanCommand.NAME,
        description = PlanCommand.SUMMARY + " Uses no network and needs no key.",
        footer = {
            "  kinprint plan audit.yaml",
            "  kinprint plan audit.yaml --want-lr 30",
            "  kinprint plan audit.yaml --lock"
        })
final class PlanCommand implements Callable<Integer> {
    static final String NAME = "plan";
    static final String SUMMARY = "Shows what a run would ask of whom, what is stored already, what it can cost at most"
            + " and what it can be expected to show.";

    private final Console console;
    private final Function<String, Optional<String>> environment;

    @Mixin
    private AuditOptions options = new AuditOptions();

    PlanCommand(Console console, Function<String, Optional<String>> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Option(
            names = "--lock",
            description = "Write the plan down in the run's archive before the first question: models, parameters,"
                    + " probes, channels, embedding model, calibration, thresholds and seed. The verdict then says"
                    + " whether it was kept.")
    private boolean lock;

    @Mixin
    private WantedRatio wanted = new WantedRatio();

    @Override
    public Integer call() {
        if (lock) {
            lock();
        }
        return show(options, wanted, console, environment);
    }

    private void lock() {
        Audit audit = options.audit();
        Prepared prepared = Prepared.of(audit, RunFolder.of(audit), console);
        Plan plan = Plan.of(
                audit,
                prepared.suite().probes(),
                options.plan(MissingKeys.of(audit, environment).environment()));
        Optional<Embedder> embedder = AuditJudge.embedder(audit, environment);
        Optional<EmbedderId> id = embedder.map(Embedder::id);
        embedder.ifPresent(Embedder::close);
        try (Archive archive = prepared.folder().write()) {
            prepared.store(archive, Instant.now());
            plan.describe(archive, Instant.now());
            Json.Obj planned = PlannedJudging.of(archive, AuditJudge.request(audit), id, false)
                    .orElseThrow();
            String hash = PlanLock.lock(archive, planned, Instant.now());
            console.data("locked", () -> Json.of(hash));
            console.answer("Plan locked: " + hash);
        }
    }

    /** Shows the plan of an audit. */
    static int show(
            AuditOptions options, WantedRatio wanted, Console console, Function<String, Optional<String>> environment) {
        Audit audit = options.audit();
        MissingKeys keys = MissingKeys.of(audit, environment);
        Prepared prepared = Prepared.of(audit, RunFolder.of(audit), console);
        Plan plan = Plan.of(audit, prepared.suite().probes(), options.plan(keys.environment()));
        Preflight preflight = Preflight.of(prepared, plan);
        PlannedPower power = new PlannedPower(prepared, wanted);
        console.data("plan", preflight::json);
        console.data("power", power::json);
        console.data("missingKeys", () -> Json.of(keys.names()));
        console.answer(preflight.text());
        power.lines().forEach(console::answer);
        keys.names().forEach(name -> console.answer("! " + name + " is not set; a run needs it."));
        return Exit.OK;
    }
}
