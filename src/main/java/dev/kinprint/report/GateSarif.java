package dev.kinprint.report;

import dev.kinprint.json.Json;
import dev.kinprint.suite.Measure;
import dev.kinprint.verdict.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A gate's findings that did not pass, as SARIF 2.1.0. Each points at the baseline, which is what must be reviewed. */
final class GateSarif {
    private GateSarif() {}

    static Json of(GateReport report, String version) {
        return Json.object(
                "$schema",
                "https://json.schemastore.org/sarif-2.1.0.json",
                "version",
                "2.1.0",
                "runs",
                List.of(Json.object(
                        "tool",
                        Json.object("driver", Json.object("name", "kinprint", "version", version, "rules", rules())),
                        "columnKind",
                        "utf16CodeUnits",
                        "results",
                        GateWords.notPassed(report).stream()
                                .map(finding -> result(report, finding))
                                .toList())));
    }

    private static List<Json> rules() {
        return Arrays.stream(Measure.values())
                .<Json>map(measure -> Json.object(
                        "id",
                        "gate/" + measure.word(),
                        "shortDescription",
                        Json.object("text", "A condition on " + measure.word() + " does not hold.")))
                .toList();
    }

    private static Json result(GateReport report, Finding finding) {
        return Json.object(
                "ruleId",
                "gate/" + finding.condition().measure().word(),
                "level",
                finding.state() == Finding.State.FAIL ? "error" : "warning",
                "message",
                Json.object(
                        "text",
                        finding.condition() + ": " + GateWords.state(finding) + ". " + GateWords.figures(finding)),
                "partialFingerprints",
                Json.object("condition/v1", finding.condition().toString()),
                "locations",
                List.of(Json.object(
                        "physicalLocation",
                        Json.object(
                                "artifactLocation",
                                Json.object("uri", uri(report.baseline())),
                                "region",
                                Json.object("startLine", 1)))));
    }

    /** A path as a relative reference (RFC 3986); two slashes at its beginning would name a host. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        String written = path.replaceFirst("^/+", "/").replaceAll("\\p{Cs}", "\uFFFD");
        for (byte b : written.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
            uri.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return uri.toString();
    }
}
