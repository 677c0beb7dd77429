package dev.kinprint.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a report in all its forms. The same report gives the same bytes. */
public final class Reports {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Reports.class.getClassLoader(), Reports.class.getPackageName());

    private Reports() {}

    /**
     * Writes {@code report.html}, {@code result.json} and {@code scores.csv} into a folder, which is made where it is
     * missing. Files of the same names are replaced.
     *
     * @throws IOException where the folder or a file cannot be written
     */
    public static void write(Report report, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.html"), html(report), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("result.json"), ResultJson.of(report).pretty(), StandardCharsets.UTF_8);
        try (Writer out = Files.newBufferedWriter(folder.resolve("scores.csv"), StandardCharsets.UTF_8)) {
            ScoresCsv.write(report.verdicts(), out);
        }
    }

    static String html(Report report) {
        StringOutput page = new StringOutput();
        TEMPLATES.render(
                "page.jte", Map.of("page", Page.of(report), "style", StyleSheet.read()), new VisibleOutput(page));
        return page.toString();
    }
}
