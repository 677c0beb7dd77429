package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.collect.ManualAnswer;
import dev.kinprint.collect.ManualCollection;
import dev.kinprint.json.Json;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Turn;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes the answers of a model without an interface from a person. */
@Command(
        name = CollectCommand.NAME,
        description = CollectCommand.SUMMARY
                + " The audit names such a model with provider: manual.%n%nAfter an answer comes a line with"
                + " one mark: ::end stores it, ::refused stores that the model declined, ::skip leaves the"
                + " question open, ::quit stops. The same command again goes on with what is open (exit 130"
                + " while something is); what is stored is never replaced. --from takes a file instead:"
                + " lines of JSON with probe, sample, text and, where the model declined, refused: true."
                + " Models with an API are collected by `kinprint run`.",
        footer = {
            "  kinprint collect audit.yaml --manual acme-chat",
            "  kinprint collect audit.yaml --manual acme-chat --from answers.jsonl"
        })
final class CollectCommand implements Callable<Integer> {
    static final String NAME = "collect";
    static final String SUMMARY = "Prints each open question for a model without an API and reads the answer that you"
            + " paste, into the archive of the run.";

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "AUDIT", description = "The audit file (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("kinprint.yaml");

    @Option(names = "--manual", required = true, paramLabel = "MODEL", description = "The id of the model.")
    private String model = "";

    @Option(names = "--from", paramLabel = "FILE", description = "Take the answers from a file, all or none.")
    private Optional<Path> from = Optional.empty();

    CollectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Audit audit = AuditOptions.of(file).audit();
        Prepared prepared = Prepared.of(audit, RunFolder.of(audit), console);
        List<Probe> probes = prepared.suite().probes();
        try (Archive archive = prepared.folder().write()) {
            prepared.store(archive, Instant.now());
            ManualCollection cells = ManualCollection.of(archive, audit, model, probes, Instant.now());
            if (from.isPresent()) {
                cells.keep(AnswerLines.read(from.get(), model), Instant.now());
            } else {
                paste(cells);
            }
            return told(cells, prepared.folder());
        }
    }

    private void paste(ManualCollection cells) {
        List<ManualCollection.Open> open = cells.open();
        BufferedReader in = console.typed();
        for (int i = 0; i < open.size(); i++) {
            ManualCollection.Open next = open.get(i);
            console.note(
                    String.format(Locale.ROOT, "--- %d of %d open, %s: ask this ---", i + 1, open.size(), next.cell()));
            console.answer(question(next.probe()));
            console.note("--- paste the answer, then a line with ::end, ::refused, ::skip or ::quit ---");
            Pasted pasted = Pasted.read(in);
            switch (pasted.mark()) {
                case END, REFUSED ->
                    cells.keep(
                            List.of(new ManualAnswer(
                                    next.cell(), pasted.words(), pasted.mark() == Pasted.Mark.REFUSED)),
                            Instant.now());
                case SKIP -> console.note("Left open.");
                case QUIT -> {
                    if (!pasted.words().isBlank()) {
                        console.problem("What was pasted last had no ::end after it and is not stored.");
                    }
                    return;
                }
            }
        }
    }

    private static String question(Probe probe) {
        return probe.turns().size() == 1
                ? probe.turns().get(0).text()
                : probe.turns().stream()
                        .map(turn -> (turn.role() == Turn.Speaker.USER ? "[you] " : "[model] ") + turn.text())
                        .collect(Collectors.joining("\n"));
    }

    private int told(ManualCollection cells, RunFolder folder) {
        int open = cells.open().size();
        console.data(
                "collected",
                () -> Json.object(
                        "model",
                        model,
                        "run",
                        folder.toString(),
                        "cells",
                        cells.size(),
                        "stored",
                        cells.size() - open,
                        "open",
                        open));
        console.answer(String.format(
                Locale.ROOT,
                "%,d of %,d answers of %s are stored in %s.",
                cells.size() - open,
                cells.size(),
                model,
                folder));
        if (open > 0) {
            console.note(open + " questions are open; the same command goes on.");
        }
        return open == 0 ? Exit.OK : Exit.INTERRUPTED;
    }
}
