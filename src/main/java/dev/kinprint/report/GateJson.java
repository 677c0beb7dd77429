package dev.kinprint.report;

import dev.kinprint.json.Json;
import dev.kinprint.stats.Interval;
import dev.kinprint.verdict.Finding;

/** A gate's findings as JSON. */
final class GateJson {
    private GateJson() {}

    static Json of(GateReport report) {
        return Json.object(
                "schema", "kinprint.gate/1",
                "run", report.run(),
                "baseline", report.baseline(),
                "usd", report.usd(),
                "findings", ResultJson.list(report.findings(), GateJson::finding),
                "coverage", ResultJson.list(report.coverage(), FigureJson::coverage));
    }

    private static Json finding(Finding finding) {
        return Json.object(
                "condition", finding.condition().toString(),
                "state", GateWords.state(finding),
                "now", finding.now().map(GateJson::interval),
                "baseline", finding.before().map(GateJson::interval),
                "tested", finding.tested().map(GateJson::interval),
                "questions", finding.questions(),
                "remark", finding.remark(),
                "worst",
                        ResultJson.list(
                                finding.worst(),
                                question -> Json.object(
                                        "question", question.id(),
                                        "now", Numbers.exact(question.now()),
                                        "against", question.against().map(Numbers::exact),
                                        "severe", question.severe())));
    }

    private static Json interval(Interval interval) {
        return Json.object(
                "value", Numbers.exact(interval.value()),
                "low", Numbers.exact(interval.low()),
                "high", Numbers.exact(interval.high()));
    }
}
