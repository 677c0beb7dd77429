package dev.kinprint.cli;

import dev.kinprint.collect.Plan;
import dev.kinprint.collect.PlanOptions;
import dev.kinprint.json.Json;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabModel;
import dev.kinprint.lab.LabOptions;
import dev.kinprint.lab.RunningLab;
import dev.kinprint.suite.Audit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Audits the lab's models over loopback, as if they were a vendor's. */
@Command(
        name = DemoCommand.NAME,
        description = DemoCommand.SUMMARY + " Needs no key and no network.",
        footer = {"  kinprint demo", "  kinprint demo --seed 3 --out results/demo-3"})
final class DemoCommand implements Callable<Integer> {
    static final String NAME = "demo";
    static final String SUMMARY = "Makes a world of small language models of known lineage, audits four of them over"
            + " HTTP on this machine, and shows the verdicts beside the truth.";

    private final Console console;
    private final Judge judge;

    @Option(names = "--seed", paramLabel = "S", description = "The world to make (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of the run (default: ${DEFAULT-VALUE}). An earlier demo in it is replaced.")
    private Path out = Path.of("results", "demo");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DemoCommand(Console console, Judge judge) {
        this.console = console;
        this.judge = judge;
    }

    @Override
    public Integer call() {
        RunFolder folder = DemoFolder.fresh(out);
        console.note("kinprint " + Version.number() + " demo: making world " + seed + " ...");
        try (RunningLab running = Lab.serve(new LabOptions(seed, 0, Duration.ZERO))) {
            Audit audit = DemoAudit.of(running.lab(), running.baseUrl(), seed, out);
            int collected = collect(audit, folder);
            if (collected != Exit.OK) {
                return collected;
            }
            int judged = judge.judge(folder, audit, console);
            console.data("truth", () -> made(running.lab()));
            console.answer(truth(running.lab()));
            return judged;
        } catch (IOException e) {
            throw new UncheckedIOException("the lab cannot be served on 127.0.0.1", e);
        }
    }

    private int collect(Audit audit, RunFolder folder) {
        Prepared prepared = Prepared.of(audit, folder, console);
        Plan plan = Plan.of(
                audit, prepared.suite().probes(), new PlanOptions(false, Map.of(), Set.of(), name -> Optional.empty()));
        console.note(audit.models().size() + " models, "
                + prepared.suite().probes().size() + " probes, " + plan.size() + " calls over HTTP on 127.0.0.1");
        return new Collecting(console, CommandLineText.of(spec), 0)
                .run(prepared, plan)
                .exit();
    }

    /** How the lab made the models under question; read only here, after the verdicts. */
    private static String truth(Lab lab) {
        StringBuilder text = new StringBuilder("How the lab made them:");
        for (String suspect : DemoAudit.SUSPECTS) {
            LabModel model = lab.models().stream()
                    .filter(one -> one.id().equals(suspect))
                    .findFirst()
                    .orElseThrow();
            text.append("\n  ").append(suspect).append(": ").append(made(model));
        }
        return text.toString();
    }

    private static Json made(Lab lab) {
        return Json.array(lab.models().stream()
                .filter(model -> DemoAudit.SUSPECTS.contains(model.id()))
                .map(model -> Json.object(
                        "suspect", model.id(),
                        "relation", model.relation().word(),
                        "teachers", model.teachers()))
                .toList());
    }

    private static String made(LabModel model) {
        String teachers = String.join(", ", model.teachers());
        return switch (model.relation()) {
            case INDEPENDENT -> "from no model of this world";
            case DISTILLED ->
                model.id().replaceAll("\\D", "") + " % of its training texts are answers of " + teachers
                        + ", the rest of its base";
            case SAME_MODEL -> teachers + " behind another name";
            case SAME_BASE -> "adapted from " + teachers;
        };
    }
}
