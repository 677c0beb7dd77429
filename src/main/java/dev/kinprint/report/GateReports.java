package dev.kinprint.report;

import dev.kinprint.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A gate's findings in every format. The same findings give the same text. */
public final class GateReports {
    private static final int QUESTIONS = 3;

    private GateReports() {}

    /** The lines for a terminal or a log. */
    public static List<String> lines(GateReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("GATE  " + GateWords.tally(report));
        for (Finding finding : report.findings()) {
            String worst =
                    finding.state() == Finding.State.FAIL && !finding.worst().isEmpty()
                            ? finding.worst().stream()
                                    .limit(QUESTIONS)
                                    .map(Finding.Question::id)
                                    .collect(Collectors.joining(" ", "   worst: ", ""))
                            : "";
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-9s  %s   %s%s",
                    GateWords.state(finding).toUpperCase(Locale.ROOT),
                    finding.condition(),
                    GateWords.figures(finding),
                    worst));
        }
        return lines;
    }

    /** A Markdown summary of at most 60 lines. */
    public static String markdown(GateReport report) {
        return GateMarkdown.of(report);
    }

    /** JUnit XML. */
    public static String junit(GateReport report) {
        return GateJunit.of(report);
    }

    /**
     * SARIF 2.1.0.
     *
     * @param version the version of the tool
     */
    public static String sarif(GateReport report, String version) {
        return GateSarif.of(report, version).pretty();
    }

    /** JSON. */
    public static String json(GateReport report) {
        return GateJson.of(report).pretty();
    }
}
