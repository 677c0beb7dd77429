package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.custody.Check;
import dev.kinprint.custody.Inspection;
import dev.kinprint.custody.Pack;
import dev.kinprint.embed.Embedder;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.report.Disclosure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a run or a pack. */
@Command(
        name = VerifyCommand.NAME,
        description = VerifyCommand.SUMMARY + " Exit 0 where all holds, 4 where anything does not.",
        footer = {
            "  kinprint verify results/acme-audit",
            "  kinprint verify acme.zip --trust MCowBQYDK2VwAyEA... --no-judge"
        })
final class VerifyCommand implements Callable<Integer> {
    static final String NAME = "verify";
    static final String SUMMARY = "Checks, offline and without changing anything, that a run or a pack is what was"
            + " sealed: every row, every file, the signature, the time, and the report itself by"
            + " judging again and comparing byte for byte.";

    private final Console console;
    private final Function<String, Optional<String>> environment;

    @Parameters(paramLabel = "RUN|PACK", description = "The folder of a run, or a pack.")
    private Path what = Path.of("");

    @Option(names = "--trust", paramLabel = "KEY", description = "The public key that must have signed, in base64.")
    private Optional<String> trusted = Optional.empty();

    @Option(
            names = "--tsa-root",
            paramLabel = "PEM",
            description = "The certificate that the timestamp's must be, or be issued by.")
    private Optional<Path> authority = Optional.empty();

    @Option(names = "--no-judge", description = "Leave out judging again, which takes the longest.")
    private boolean noJudge;

    @Mixin
    private EmbeddingOptions embedding = new EmbeddingOptions();

    VerifyCommand(Console console, Function<String, Optional<String>> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (Files.isDirectory(what)) {
            return verify(what);
        } else if (!Files.isRegularFile(what)) {
            throw OperatorError.usage(
                    "There is nothing to verify", what.toString(), "no such folder or file", "Check the name.");
        }
        return Scratch.with(folder -> {
            Pack.open(what, folder);
            return verify(folder);
        });
    }

    private int verify(Path folder) {
        List<Check> checks = new ArrayList<>(Inspection.of(folder, trusted, authority));
        console.data("checks", () -> json(checks));
        checks.forEach(this::print);
        boolean sound = checks.stream().noneMatch(check -> check.result() == Check.Result.FAIL);
        if (!sound) {
            console.answer("It is not what it was. Nothing more was looked at.");
            return Exit.INTEGRITY;
        } else if (!noJudge && Files.exists(folder.resolve("result.json"))) {
            Check again = judgedAgain(folder);
            checks.add(again);
            console.data("checks", () -> json(checks));
            print(again);
            if (again.result() == Check.Result.FAIL) {
                return Exit.INTEGRITY;
            }
        }
        console.answer("All that was checked holds. It shows that nothing was changed since it was sealed, and not that"
                + " a vendor sent it.");
        return Exit.OK;
    }

    private static Json json(List<Check> checks) {
        return Json.array(checks.stream()
                .map(check -> Json.object(
                        "name", check.name(),
                        "result", check.result().name().toLowerCase(Locale.ROOT),
                        "detail", check.detail()))
                .toList());
    }

    private void print(Check check) {
        console.answer(String.format(
                "%-5s %-10s %s",
                check.result() == Check.Result.NOTE ? "note" : check.result().name(),
                check.name(),
                TerminalText.line(check.detail(), 300)));
    }

    /** The first level of trust is bytes; the second is that the report follows from them. */
    private Check judgedAgain(Path folder) {
        JudgingRecord record = JudgingRecord.read(folder);
        return Scratch.with(scratch -> {
            CorpusSource.Opened opened;
            try (Archive archive = Archive.openReadOnly(new RunFolder(folder).archive())) {
                opened = CorpusSource.opened(archive, record.name(), record.where(), folder);
            }
            Optional<Embedder> embedder =
                    record.embedder().equals("none") ? Optional.empty() : embedding.open(environment);
            try {
                String id = embedder.map(model -> model.id().toString()).orElse("none");
                if (!id.equals(record.embedder())) {
                    return new Check(
                            "judging",
                            Check.Result.FAIL,
                            "it was judged with the embedding model " + record.embedder()
                                    + "; name it with --embedder");
                }
                new JudgedRun(console)
                        .write(
                                new JudgedRun.Note(opened, record.command(), new Disclosure(record.texts(), true)),
                                record.request(),
                                embedder,
                                scratch);
            } finally {
                embedder.ifPresent(Embedder::close);
            }
            return compare(folder, scratch);
        });
    }

    private static Check compare(Path folder, Path scratch) {
        List<String> different = new ArrayList<>();
        int same = 0;
        try (Stream<Path> made = Files.walk(scratch)) {
            for (Path file : made.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                Path before = folder.resolve(scratch.relativize(file).toString());
                if (Files.isRegularFile(before) && Files.mismatch(file, before) < 0) {
                    same++;
                } else {
                    different.add(scratch.relativize(file).toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the reports cannot be compared", e);
        }
        return different.isEmpty()
                ? new Check("judging", Check.Result.PASS, "judged again, " + same + " files are the same to the byte")
                : new Check(
                        "judging", Check.Result.FAIL, "judged again, other bytes in " + String.join(", ", different));
    }
}
