package dev.kinprint.report;

import dev.kinprint.corpus.Corpus;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Writes a report in all its forms. The same report gives the same bytes. */
public final class Reports {
    static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Reports.class.getClassLoader(), Reports.class.getPackageName());

    private Reports() {}

    /** The folder of the drawings, beside the page. */
    static final String FIGURES = "figures";

    /**
     * Writes {@code report.html}, {@code result.json}, {@code scores.csv}, {@code responses.jsonl}, {@code tree.nwk}
     * and a folder of drawings, {@code figures}, into a folder, which is made where it is missing. Files of the same
     * names are replaced.
     *
     * @param corpus the texts that {@code responses.jsonl} lists
     * @param tells how much of it is told; where names are left out, the key to their letters is given back alone
     * @return which letters stand for which model; empty where models have their names
     * @throws IOException where the folder or a file cannot be written
     */
    public static Map<String, String> write(Report report, Corpus corpus, Disclosure tells, Path folder)
            throws IOException {
        Report said = tells.texts() ? report : report.withoutTexts();
        if (tells.names()) {
            write(said, corpus, tells.texts(), folder);
            return Map.of();
        }
        Masks masks = Masks.of(report, corpus);
        write(MaskedReport.of(said, masks), masks.of(corpus), tells.texts(), folder);
        return masks.models();
    }

    private static void write(Report shown, Corpus corpus, boolean texts, Path folder) throws IOException {
        Files.createDirectories(folder.resolve(FIGURES));
        // The texts are most of what is written; meanwhile another core makes what needs no disk.
        CompletableFuture<String> result =
                CompletableFuture.supplyAsync(() -> ResultJson.of(shown).pretty());
        String responses = ResponsesJsonl.write(corpus, texts, folder.resolve("responses.jsonl"));
        List<FileNote> beside = new ArrayList<>();
        beside.add(file(folder, "result.json", "all numbers of this page, and more", result.join()));
        StringBuilder scores = new StringBuilder();
        ScoresCsv.write(shown.verdicts(), scores);
        beside.add(file(folder, "scores.csv", "every verdict with every channel", scores.toString()));
        beside.add(new FileNote(
                "responses.jsonl",
                responses,
                texts ? "every text, and every gap with its reason" : "the hash of every text, and every gap"));
        if (!shown.trees().isEmpty()) {
            String trees = shown.trees().stream().map(Newick::of).collect(Collectors.joining());
            beside.add(file(folder, "tree.nwk", "the trees, one on a line, in the order of this page", trees));
        }
        StyleSheet style = StyleSheet.read();
        Page page = Page.of(shown);
        for (Figures.Figure figure : new Figures(TEMPLATES, style).of(page)) {
            beside.add(file(folder, FIGURES + "/" + figure.name(), figure.what(), figure.svg()));
        }
        Files.writeString(folder.resolve("report.html"), html(page, style, beside), StandardCharsets.UTF_8);
    }

    private static FileNote file(Path folder, String name, String what, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        return new FileNote(name, ResponsesJsonl.sha256(text), what);
    }

    static String html(Report report) {
        return html(Page.of(report), StyleSheet.read(), List.of());
    }

    private static String html(Page page, StyleSheet style, List<FileNote> beside) {
        StringOutput out = new StringOutput();
        TEMPLATES.render("page.jte", Map.of("page", page, "style", style, "beside", beside), new VisibleOutput(out));
        return out.toString();
    }
}
