package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.replay.Replay;
import dev.kinprint.replay.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves the recorded answers of a run. */
@Command(
        name = ReplayCommand.NAME,
        description = ReplayCommand.SUMMARY
                + " A request that was not recorded to the byte gets an error. With --audit it writes the"
                + " run's audit, pointed at this server, under the name NAME-rehearsal.",
        footer = {
            "  kinprint replay results/acme-audit",
            "  kinprint replay results/acme-audit --audit rehearsal.yaml --port 8090"
        })
final class ReplayCommand implements Callable<Integer> {
    static final String NAME = "replay";
    static final String SUMMARY = "Serves the recorded answers of a run on 127.0.0.1 until Ctrl-C, each in its vendor's"
            + " own form, so that a whole run can be rehearsed without a key and without cost.";

    private final Console console;

    @Parameters(paramLabel = "RUN", description = "The folder of the run.")
    private Path run = Path.of("");

    @Option(names = "--port", paramLabel = "N", description = "The port; without it, or with 0, one that is free.")
    private int port;

    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description = "Write an audit file for a rehearsal; it must be new.")
    private Optional<Path> audit = Optional.empty();

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw OperatorError.usage(
                    "Wrong --port", "the command line", port + " is no port", "Give a number from 1 to 65535.");
        }
        CountDownLatch end = new CountDownLatch(1);
        Interrupts interrupts = new Interrupts(end::countDown);
        try (Replay replay = serve()) {
            console.note("Serving until Ctrl-C.");
            end.await();
            console.note("Served " + replay.served() + " recorded answers; " + replay.unknown()
                    + " requests were not recorded.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            interrupts.close();
        }
        return Exit.OK;
    }

    /** Starts to serve, and says where. */
    Replay serve() {
        try (Archive archive = Archive.openReadOnly(new RunFolder(run).archive())) {
            Replay replay = Replay.serve(archive, port);
            boolean ready = false;
            try {
                announce(archive, replay.voices());
                ready = true;
            } finally {
                if (!ready) {
                    replay.close();
                }
            }
            return replay;
        } catch (IOException e) {
            throw OperatorError.usage(
                    "The answers cannot be served",
                    "127.0.0.1:" + port,
                    String.valueOf(e.getMessage()),
                    "Choose another --port, or leave it out.");
        }
    }

    private void announce(Archive archive, List<Voice> voices) {
        if (voices.isEmpty()) {
            throw OperatorError.usage(
                    "There is nothing to replay",
                    archive.where(),
                    "no model of the run answered over the wire",
                    "Name a run that was collected with `kinprint run`.");
        }
        TextTable table = new TextTable("model", "provider", "name", "answers", "baseUrl (local: true)");
        voices.forEach(one -> table.row(one.subject(), one.provider(), one.model(), one.answers(), one.baseUrl()));
        console.data("voices", () -> json(voices));
        console.answer(table.toString());
        audit.ifPresent(file -> write(file, archive, voices));
    }

    private static Json json(List<Voice> voices) {
        return Json.array(voices.stream()
                .map(one -> Json.object(
                        "model", one.subject(),
                        "provider", one.provider(),
                        "sentModel", one.model(),
                        "answers", one.answers(),
                        "baseUrl", one.baseUrl()))
                .toList());
    }

    private void write(Path file, Archive archive, List<Voice> voices) {
        String text = Rehearsal.audit(archive, run, file, voices);
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw OperatorError.usage(
                    "The audit file exists", file.toString(), "it would be replaced", "Name another file.");
        } catch (IOException e) {
            throw new UncheckedIOException("the audit file cannot be written", e);
        }
        console.answer("Rehearse with: kinprint run " + CommandLineText.quoted(file.toString()) + " --yes");
    }
}
