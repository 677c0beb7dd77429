package dev.kinprint.report;

import dev.kinprint.corpus.Gap;
import dev.kinprint.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The figures of the page as JSON. */
final class FigureJson {
    private FigureJson() {}

    static Json ruler(Ruler ruler) {
        return Json.object(
                "suspect", ruler.suspect(),
                "candidate", ruler.candidate(),
                "relation", ruler.relation().name(),
                "log10Lr", ResultJson.ratio(ruler.found()),
                "background", ResultJson.list(ruler.background(), FigureJson::mark),
                "kin", ResultJson.list(ruler.kin(), FigureJson::mark),
                "floor", ruler.floor().map(ResultJson::ratio));
    }

    private static Json mark(Ruler.Mark mark) {
        return Json.object("model", mark.member(), "log10Lr", Numbers.exact(mark.log10Lr()));
    }

    static Json coverage(Coverage coverage) {
        Map<String, Json> gaps = new TreeMap<>();
        for (Gap.Reason reason : Gap.Reason.values()) {
            gaps.put(word(reason), Json.of(coverage.gaps(reason)));
        }
        return Json.object(
                "model", coverage.member(),
                "asked", coverage.asks(),
                "ok", coverage.ok(),
                "gaps", gaps,
                "distinct", coverage.distinct(),
                "served", coverage.served());
    }

    static Json heatMap(HeatMap map) {
        return Json.object(
                "title", map.title(),
                "unit", map.unit(),
                "explanation", map.explanation(),
                "rows", map.rows(),
                "columns", map.columns(),
                "cells",
                        ResultJson.list(
                                map.cells(), row -> ResultJson.list(row, cell -> Json.of(cell.map(Numbers::exact)))));
    }

    static Json tree(Tree tree) {
        return Json.object(
                "title", tree.title(),
                "unit", tree.unit(),
                "draws", tree.draws(),
                "without", tree.without(),
                "newick", Newick.of(tree).strip(),
                "labs", labs(tree.root().leaves()));
    }

    private static Json labs(List<Tree.Leaf> leaves) {
        Map<String, Json> labs = new TreeMap<>();
        leaves.forEach(leaf -> leaf.lab().ifPresent(lab -> labs.put(leaf.member(), Json.of(lab))));
        return Json.of(labs);
    }

    static Json map(PointMap map) {
        return Json.object(
                "title", map.title(),
                "stress", Numbers.exact(map.stress()),
                "points",
                        ResultJson.list(
                                map.points(),
                                point -> Json.object(
                                        "model", point.member(),
                                        "lab", point.lab(),
                                        "x", Numbers.exact(point.at().x()),
                                        "y", Numbers.exact(point.at().y()),
                                        "spread", Numbers.exact(point.spread()))));
    }

    static Json phrases(Phrases phrases) {
        return Json.object(
                "suspect", phrases.suspect(),
                "candidate", phrases.candidate(),
                "rows",
                        ResultJson.list(
                                phrases.rows(),
                                row -> Json.object(
                                        "phrase", row.text(),
                                        "suspectAnswers", row.suspectAnswers(),
                                        "suspectOf", row.suspectOf(),
                                        "candidateAnswers", row.candidateAnswers(),
                                        "candidateOf", row.candidateOf(),
                                        "background", Numbers.exact(row.background()),
                                        "models", row.models(),
                                        "q", Numbers.exact(row.q()))));
    }

    static Json strip(Strip strip) {
        return Json.object(
                "suspect", strip.suspect(),
                "candidate", strip.candidate(),
                "measure", strip.measure(),
                "rows",
                        ResultJson.list(
                                strip.rows(),
                                row -> Json.object(
                                        "question", row.question(),
                                        "category", row.category().name().toLowerCase(Locale.ROOT),
                                        "score", row.score().map(Numbers::exact),
                                        "percentile", row.percentile().map(Numbers::exact),
                                        "gaps",
                                                row.gaps().stream()
                                                        .map(FigureJson::word)
                                                        .toList())));
    }

    static Json exhibit(Exhibit exhibit) {
        return Json.object(
                "question", exhibit.question(),
                "prompt", exhibit.prompt(),
                "rule", exhibit.rule(),
                "suspect", exhibit.suspect(),
                "text", exhibit.text(),
                "candidate", other(exhibit.candidate()),
                "stranger", exhibit.stranger().map(FigureJson::other));
    }

    private static Json other(Exhibit.Other other) {
        Map<String, Json> similarity = new TreeMap<>();
        other.similarity().forEach((measure, value) -> similarity.put(measure, Json.of(Numbers.exact(value))));
        return Json.object(
                "model", other.member(),
                "text", other.text(),
                "similarity", similarity,
                "shared",
                        ResultJson.list(
                                other.shared(),
                                span -> Json.object(
                                        "start", span.start(),
                                        "end", span.end(),
                                        "otherStart", span.otherStart(),
                                        "otherEnd", span.otherEnd())));
    }

    static Json observation(Observation observation) {
        return Json.object(
                "model", observation.member(), "question", observation.question(), "text", observation.text());
    }

    private static String word(Gap.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
