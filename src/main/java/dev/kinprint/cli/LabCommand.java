package dev.kinprint.cli;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.lab.Dialect;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabModel;
import dev.kinprint.lab.LabOptions;
import dev.kinprint.lab.RunningLab;
import dev.kinprint.suite.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the lab on loopback, or writes a corpus of its models' answers. */
@Command(
        name = LabCommand.NAME,
        description = LabCommand.SUMMARY,
        footer = {"  kinprint lab --port 8099", "  kinprint lab --export lab-7 --seed 7 --suite quick --samples 2"})
final class LabCommand implements Callable<Integer> {
    static final String NAME = "lab";
    static final String SUMMARY = "Serves small language models of known lineage on 127.0.0.1, in four dialects, until"
            + " Ctrl-C; or writes their answers and their lineage as a corpus.";

    private final Console console;

    @Option(names = "--port", paramLabel = "N", description = "The port; without it, or with 0, one that is free.")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "The world to make (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--export", paramLabel = "DIR", description = "Write a corpus into this folder, and serve nothing.")
    private Optional<Path> export = Optional.empty();

    @Option(
            names = "--suite",
            paramLabel = "SUITE|FILE",
            description = "With --export: whose probes to answer, the last turn of each (default: quick).")
    private Optional<String> suite = Optional.empty();

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "With --export: how many answers to each probe (default: 1).")
    private Optional<Integer> samples = Optional.empty();

    @Option(
            names = "--probes",
            paramLabel = "N",
            description = "With --export: answer so many of the suite's probes, spread evenly over all (default: all).")
    private Optional<Integer> probes = Optional.empty();

    LabCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        console.note("Making world " + seed + " ...");
        export.ifPresentOrElse(folder -> export(Lab.world(seed), folder), this::serve);
        return Exit.OK;
    }

    private void check() {
        if (export.isPresent() && port.isPresent()) {
            throw misuse("--port", "--export serves nothing", "Give one of the two.");
        } else if (export.isEmpty() && (suite.isPresent() || samples.isPresent() || probes.isPresent())) {
            throw misuse(
                    "--suite, --samples, --probes",
                    "they are for --export alone",
                    "Add --export DIR, or leave them out.");
        } else if (port.orElse(0) < 0 || port.orElse(0) > 65_535) {
            throw misuse("--port", port.orElse(0) + " is no port", "Give a number from 1 to 65535.");
        } else if (samples.orElse(1) < 1) {
            throw misuse("--samples", samples.orElse(1) + " is less than 1", "Give 1 or more.");
        } else if (probes.orElse(1) < 1) {
            throw misuse("--probes", probes.orElse(1) + " is less than 1", "Give 1 or more.");
        }
    }

    private static OperatorError misuse(String option, String why, String next) {
        return OperatorError.usage("The options do not go together", "kinprint lab " + option, why, next);
    }

    private void export(Lab lab, Path folder) {
        List<Probe> all = NamedSuite.find(suite.orElse("quick")).probes();
        List<String> prompts =
                SimulatedWorld.spread(Math.min(probes.orElse(all.size()), all.size()), all.size()).stream()
                        .map(place -> all.get(place).prompt())
                        .toList();
        try {
            lab.export(folder, prompts, samples.orElse(1));
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
        console.data(
                "corpus",
                () -> Json.object(
                        "folder", folder.toString(),
                        "models", lab.models().size(),
                        "probes", prompts.size(),
                        "samples", samples.orElse(1)));
        console.answer("Wrote the answers of " + lab.models().size() + " models to " + prompts.size() + " probes into "
                + folder.resolve("responses.jsonl") + ", their lineage into " + folder.resolve("lineage.csv"));
    }

    private void serve() {
        CountDownLatch end = new CountDownLatch(1);
        Interrupts interrupts = new Interrupts(end::countDown);
        try (RunningLab running = Lab.serve(new LabOptions(seed, port.orElse(0), Duration.ZERO))) {
            console.data("models", () -> json(running.lab(), running.baseUrl()));
            console.answer(describe(running.lab(), running.baseUrl()));
            console.note("Serving until Ctrl-C.");
            end.await();
            console.note("Served " + running.ledger().total() + " requests.");
        } catch (IOException e) {
            throw OperatorError.usage(
                    "The lab cannot be served",
                    "127.0.0.1:" + port.orElse(0),
                    String.valueOf(e.getMessage()),
                    "Choose another --port, or leave it out.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            interrupts.close();
        }
    }

    private static Json json(Lab lab, String root) {
        return Json.array(lab.models().stream()
                .map(model -> {
                    LabEndpoint endpoint = LabEndpoint.of(model.dialect(), root);
                    return Json.object(
                            "model", model.id(),
                            "provider", endpoint.provider(),
                            "baseUrl", endpoint.baseUrl(),
                            "relation", model.relation().word(),
                            "teachers", model.teachers());
                })
                .toList());
    }

    private static String describe(Lab lab, String root) {
        TextTable table = new TextTable("model", "provider", "baseUrl", "made");
        for (LabModel model : lab.models()) {
            LabEndpoint endpoint = LabEndpoint.of(model.dialect(), root);
            table.row(model.id(), endpoint.provider(), endpoint.baseUrl(), made(model));
        }
        LabModel first = lab.models().stream()
                .filter(model -> model.dialect() == Dialect.OPENAI_CHAT)
                .findFirst()
                .orElseThrow();
        LabEndpoint endpoint = LabEndpoint.of(first.dialect(), root);
        return table + "\n\nAsk one:\n  curl -s " + endpoint.baseUrl() + "/chat/completions"
                + " -H 'content-type: application/json' -H 'authorization: Bearer any' -d '{\"model\":\"" + first.id()
                + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Why does bread rise?\"}]}'"
                + "\n\nIn an audit file:\n  - { id: " + first.id() + ", provider: " + endpoint.provider()
                + ", baseUrl: \"" + endpoint.baseUrl() + "\", local: true, model: " + first.id() + ", role: suspect }";
    }

    private static String made(LabModel model) {
        return model.relation() == LabModel.Relation.INDEPENDENT
                ? "independent"
                : model.relation().word() + " of " + String.join(", ", model.teachers());
    }
}
