package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Gap;
import dev.kinprint.embed.Embedder;
import dev.kinprint.report.Header;
import dev.kinprint.report.Report;
import dev.kinprint.report.Reports;
import dev.kinprint.verdict.Support;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
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
     * @param texts whether the report shows what models said
     */
    record Note(CorpusSource.Opened source, String command, boolean texts) {}

    /**
     * Judges and reports.
     *
     * @param folder where the report goes
     * @return the exit code: 3 where no likelihood ratio can be given at all, unless because it was decided before
     */
    int judge(Note note, JudgingRequest request, Optional<Embedder> embedder, Path folder) {
        Judged judged = write(note, request, embedder, folder);
        VerdictTable.lines(judged).forEach(console::answer);
        console.answer("");
        planned(note, request).ifPresent(console::answer);
        console.answer("Report: " + folder.resolve("report.html"));
        console.answer("Data:   " + folder.resolve("result.json") + " and the files it lies with");
        return note.source().withheld().isEmpty()
                        && judged.verdicts().stream()
                                .allMatch(verdict -> verdict.support() == Support.INSUFFICIENT_DATA)
                ? Exit.INSUFFICIENT
                : Exit.OK;
    }

    /** What the archive says about a plan that was locked before, where the corpus is that of a run. */
    private static Optional<String> planned(Note note, JudgingRequest request) {
        Optional<Archive> held = new RunFolder(note.source().folder()).read();
        try {
            return held.filter(archive ->
                            archive.root().equals(note.source().file().sha256()))
                    .flatMap(archive -> PlannedJudging.line(archive, request));
        } finally {
            held.ifPresent(Archive::close);
        }
    }

    /** Judges, and writes the report and how to make it again. The same answers give the same bytes. */
    Judged write(Note note, JudgingRequest request, Optional<Embedder> embedder, Path folder) {
        Corpus corpus = note.source().corpus();
        ProgressLine progress = embedder.isPresent() ? console.progress("embedding") : ProgressLine.NONE;
        Judged judged = Judging.judge(corpus, request, note.source().withheld(), embedder, (done, total) -> {
            progress.at(done, total, "");
            if (done == total) {
                progress.close();
                console.note("Comparing and weighing ...");
            }
        });
        Report report = ReportAssembly.report(
                judged,
                corpus,
                header(note, judged, request, embedder),
                List.of(note.source().file()));
        try {
            Reports.write(report, corpus, note.texts(), folder);
            new JudgingRecord(
                            note.source().name(),
                            note.source().file().name(),
                            note.command(),
                            note.texts(),
                            request,
                            embedder.map(model -> model.id().toString()).orElse("none"))
                    .write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written to " + folder, e);
        }
        return judged;
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
