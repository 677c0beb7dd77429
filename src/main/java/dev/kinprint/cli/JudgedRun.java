package dev.kinprint.cli;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Gap;
import dev.kinprint.embed.Embedder;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.report.Disclosure;
import dev.kinprint.report.Header;
import dev.kinprint.report.Report;
import dev.kinprint.report.Reports;
import dev.kinprint.verdict.Support;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Judges a corpus, writes the report and prints the verdicts: what `judge`, `run` and `demo` have in common. */
final class JudgedRun {
    private final Console console;

    JudgedRun(Console console) {
        this.console = console;
    }

    /**
     * What the report says of the run.
     *
     * @param source the corpus and its names
     * @param command the command that makes the report again
     * @param tells how much the report tells
     */
    record Note(CorpusSource.Opened source, String command, Disclosure tells) {}

    /**
     * What was judged, and how the answers were collected.
     *
     * @param judged the verdicts and all they rest on
     * @param conducts how the run was conducted
     */
    private record Written(Judged judged, Conducts conducts) {}

    /**
     * Judges and reports.
     *
     * @param folder where the report goes
     * @return the exit code: 3 where no likelihood ratio can be given at all, unless because it was decided before
     */
    int judge(Note note, JudgingRequest request, Optional<Embedder> embedder, Path folder) {
        Written written = written(note, request, embedder, folder);
        Judged judged = written.judged();
        VerdictTable.lines(judged).forEach(console::answer);
        console.data("verdicts", () -> VerdictData.of(judged.verdicts()));
        console.data("named", () -> VerdictData.named(judged.attributions()));
        console.data("report", () -> Json.of(folder.resolve("report.html").toString()));
        console.data("result", () -> Json.of(folder.resolve("result.json").toString()));
        console.answer("");
        written.conducts().planned().ifPresent(console::answer);
        console.answer("Report: " + folder.resolve("report.html"));
        console.answer("Data:   " + folder.resolve("result.json") + " and the files it lies with");
        return note.source().withheld().isEmpty()
                        && judged.verdicts().stream()
                                .allMatch(verdict -> verdict.support() == Support.INSUFFICIENT_DATA)
                ? Exit.INSUFFICIENT
                : Exit.OK;
    }

    /** Judges, and writes the report and how to make it again. The same answers give the same bytes. */
    void write(Note note, JudgingRequest request, Optional<Embedder> embedder, Path folder) {
        written(note, request, embedder, folder);
    }

    private Written written(Note note, JudgingRequest request, Optional<Embedder> embedder, Path folder) {
        apart(note, folder);
        Corpus corpus = note.source().corpus();
        ProgressLine progress = embedder.isPresent() ? console.progress("embedding") : ProgressLine.NONE;
        Judged judged = Judging.judge(corpus, request, note.source().withheld(), embedder, (done, total) -> {
            progress.at(done, total, "");
            if (done == total) {
                progress.close();
                console.note("Comparing and weighing ...");
            }
        });
        Conducts conducts = Conducts.of(note.source(), request, embedder.map(Embedder::id));
        Report report = ReportAssembly.report(
                judged,
                corpus,
                header(note, judged, request, embedder),
                conducts,
                Ablations.of(judged, request),
                List.of(note.source().file()));
        try {
            Map<String, String> key = Reports.write(report, corpus, note.tells(), folder);
            if (!note.tells().names()) {
                // It names models.
                Files.deleteIfExists(folder.resolve(JudgingRecord.FILE));
                key.forEach((model, letter) -> console.note(letter + " = " + model));
                return new Written(judged, conducts);
            }
            new JudgingRecord(
                            note.source().name(),
                            note.source().file().name(),
                            note.command(),
                            note.tells().texts(),
                            request,
                            embedder.map(model -> model.id().toString()).orElse("none"))
                    .write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written to " + folder, e);
        }
        return new Written(judged, conducts);
    }

    /** A report without names must not lie beside the archive that holds them. */
    private static void apart(Note note, Path folder) {
        if (!note.tells().names()
                && new RunFolder(folder)
                        .read()
                        .map(archive -> {
                            archive.close();
                            return true;
                        })
                        .orElse(false)) {
            throw OperatorError.usage(
                    "The report would lie beside all the names",
                    folder + ", --mask-names",
                    "the folder of the run holds the archive, which names every model",
                    "Give another folder with --out");
        }
    }

    private static Header header(Note note, Judged judged, JudgingRequest request, Optional<Embedder> embedder) {
        Corpus corpus = judged.comparison().corpus();
        int samples = IntStream.range(0, corpus.members().size())
                .flatMap(m -> IntStream.range(0, corpus.questions().size())
                        .map(q -> corpus.texts(m, q).size()))
                .max()
                .orElse(0);
        return new Header(
                note.source().name(),
                Version.number(),
                note.source().from(),
                note.source().to(),
                List.of(note.source().suite()),
                corpus.members().size(),
                corpus.questions().size(),
                samples,
                corpus.size(),
                request.seed(),
                embedder.map(model -> model.id().toString()).orElse("none"),
                note.command(),
                corpus.gaps().stream()
                        .noneMatch(gap -> gap.reason() == Gap.Reason.NOT_ASKED || gap.reason() == Gap.Reason.IN_DOUBT));
    }
}
