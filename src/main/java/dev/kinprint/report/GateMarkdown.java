package dev.kinprint.report;

import dev.kinprint.verdict.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A gate's findings as a Markdown summary of at most {@value #MOST_LINES} lines. */
final class GateMarkdown {
    static final int MOST_LINES = 60;

    private static final int FINDINGS = 20;
    private static final int QUESTIONS = 3;
    private static final int MODELS = 12;

    private GateMarkdown() {}

    static String of(GateReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("### Kinprint gate: " + GateWords.tally(report));
        lines.add("");
        lines.add("| | check | figures |");
        lines.add("|---|---|---|");
        List<Finding> sorted = report.findings().stream()
                .sorted(Comparator.comparing((Finding finding) -> finding.state() == Finding.State.PASS)
                        .thenComparing(finding -> finding.state() != Finding.State.FAIL))
                .toList();
        sorted.stream()
                .limit(FINDINGS)
                .forEach(finding -> lines.add("| " + GateWords.state(finding) + " | " + code(finding.condition())
                        + " | " + plain(GateWords.figures(finding)) + " |"));
        if (sorted.size() > FINDINGS) {
            lines.add("| | " + (sorted.size() - FINDINGS) + " more in the other files | |");
        }
        questions(sorted, lines);
        coverage(report, lines);
        lines.add("");
        lines.add("Run " + code(report.run()) + ", baseline " + code(report.baseline()) + ", stored answers cost USD "
                + report.usd().toPlainString() + ".");
        return String.join("\n", lines) + "\n";
    }

    private static void questions(List<Finding> findings, List<String> lines) {
        List<String> worst = findings.stream()
                .filter(finding -> finding.state() == Finding.State.FAIL)
                .flatMap(finding -> finding.worst().stream()
                        .limit(QUESTIONS)
                        .map(question -> "- "
                                + code(GateWords.worst(
                                        question, finding.condition().measure()))
                                + " in " + code(finding.condition().figure())))
                .limit(QUESTIONS)
                .toList();
        if (!worst.isEmpty()) {
            lines.add("");
            lines.add("Questions furthest past the limit:");
            lines.add("");
            lines.addAll(worst);
        }
    }

    private static void coverage(GateReport report, List<String> lines) {
        lines.add("");
        lines.add("| model | asked | compared | missing |");
        lines.add("|---|--:|--:|--:|");
        report.coverage().stream()
                .limit(MODELS)
                .forEach(row -> lines.add(String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %d |",
                        code(row.member()),
                        row.asks(),
                        row.ok(),
                        row.asks() - row.ok())));
        if (report.coverage().size() > MODELS) {
            lines.add("| " + (report.coverage().size() - MODELS) + " more | | | |");
        }
    }

    /** As code, in which nothing else of Markdown works; what could end it or a table's cell is made visible. */
    private static String code(Object text) {
        return "`" + plain(text.toString()) + "`";
    }

    private static String plain(String text) {
        return Visible.of(text.replace('\n', ' ')).replace('`', '\'').replace("|", "\u00a6");
    }
}
