package dev.kinprint.report;

import dev.kinprint.calibrate.Contribution;
import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.json.Json;
import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Verdict;
import java.util.List;

/** A report as JSON: every verdict, and all that the page shows. Numbers have at most six decimals. */
final class ResultJson {
    /** Raised with every change that a reader must know of. */
    static final String SCHEMA = "kinprint.result/1";

    private ResultJson() {}

    static Json of(Report report) {
        return Json.object(
                "schema", SCHEMA,
                "run", header(report.header()),
                "answers", list(report.answers(), ResultJson::answer),
                "verdicts", list(report.verdicts(), ResultJson::verdict),
                "attributions", list(report.attributions(), ResultJson::attribution),
                "contributions", list(Page.of(report).taken(), ResultJson::contributions),
                "rulers", list(report.rulers(), FigureJson::ruler),
                "coverage", list(report.coverage(), FigureJson::coverage),
                "conduct", ConductJson.of(report.conduct()),
                "heatMaps", list(report.heatMaps(), FigureJson::heatMap),
                "trees", list(report.trees(), FigureJson::tree),
                "maps", list(report.maps(), FigureJson::map),
                "phrases", list(report.phrases(), FigureJson::phrases),
                "questions", list(report.strips(), FigureJson::strip),
                "exhibits", list(report.exhibits(), FigureJson::exhibit),
                "observations", list(report.observations(), FigureJson::observation),
                "beside", list(report.beside(), ResultJson::sideNote),
                "ablations", list(report.ablations(), ResultJson::ablation),
                "calibration", calibration(report.calibration()),
                "method", report.method(),
                "limits", report.limits(),
                "files",
                        list(
                                report.manifest(),
                                file -> Json.object(
                                        "name", file.name(), "sha256", file.sha256(), "what", file.what())));
    }

    static <T> Json list(List<T> items, java.util.function.Function<T, Json> form) {
        return Json.array(items.stream().map(form).toList());
    }

    static Json ratio(LogLr lr) {
        return Json.object(
                "value", Numbers.exact(lr.value()),
                "low", Numbers.exact(lr.low()),
                "high", Numbers.exact(lr.high()));
    }

    private static Json header(Header header) {
        return Json.object(
                "name", header.run(),
                "version", header.version(),
                "collectedFrom", header.collectedFrom().map(Object::toString),
                "collectedTo", header.collectedTo().map(Object::toString),
                "suites", list(header.suites(), suite -> Json.object("id", suite.id(), "sha256", suite.sha256())),
                "models", header.models(),
                "questions", header.questions(),
                "samples", header.samples(),
                "responses", header.responses(),
                "seed", header.seed(),
                "embedder", header.embedder(),
                "command", header.command(),
                "complete", header.complete());
    }

    private static Json answer(Answer answer) {
        return Json.object(
                "suspect", answer.suspect(),
                "sentence", answer.sentence(),
                "alternatives", answer.alternatives());
    }

    private static Json verdict(Verdict verdict) {
        Evidence evidence = verdict.evidence();
        return Json.object(
                "suspect", evidence.suspect(),
                "candidate", evidence.candidate(),
                "relation", evidence.relation().name(),
                "log10Lr", evidence.logLr().map(ResultJson::ratio),
                "why", evidence.why(),
                "words", verdict.words(),
                "support", verdict.support().words(),
                "forRelation", verdict.forRelation(),
                "rank", evidence.rank(),
                "questions", evidence.questions(),
                "background", evidence.background(),
                "labs", evidence.labs(),
                "caveats", verdict.caveats());
    }

    private static Json attribution(Attribution attribution) {
        return Json.object(
                "suspect", attribution.suspect(),
                "relation", attribution.relation().name(),
                "examined", attribution.examined(),
                "named", attribution.named(),
                "any", attribution.any().map(ResultJson::ratio),
                "words", attribution.words());
    }

    private static Json contributions(Evidence evidence) {
        return Json.object(
                "suspect", evidence.suspect(),
                "candidate", evidence.candidate(),
                "relation", evidence.relation().name(),
                "channels", list(evidence.contributions(), ResultJson::channel));
    }

    private static Json channel(Contribution contribution) {
        return Json.object(
                "channel", contribution.channel(),
                "score", Numbers.exact(contribution.score()),
                "z", Numbers.exact(contribution.z()),
                "log10", contribution.log10().map(Numbers::exact));
    }

    private static Json sideNote(SideNote note) {
        return Json.object(
                "suspect", note.suspect(),
                "candidate", note.candidate(),
                "test", note.test(),
                "value", note.value().map(Numbers::exact),
                "pValue", note.pValue().map(Numbers::exact),
                "unit", note.unit(),
                "questions", note.questions(),
                "words", note.words());
    }

    private static Json ablation(Ablation one) {
        return Json.object(
                "suspect", one.suspect(),
                "candidate", one.candidate(),
                "relation", one.relation().name(),
                "without",
                        list(
                                one.rows(),
                                row -> Json.object(
                                        "kind",
                                        row.kind() == Ablation.Kind.CHANNEL ? "channel" : "text",
                                        "what",
                                        row.what(),
                                        "log10Lr",
                                        row.logLr().map(ResultJson::ratio),
                                        "why",
                                        row.why())));
    }

    private static Json calibration(CalibrationNote note) {
        return Json.object(
                "id", note.id(),
                "version", note.version(),
                "corpus", note.corpus(),
                "source", note.source(),
                "inRange", note.inRange(),
                "remarks", note.remarks(),
                "fits",
                        list(
                                note.fits(),
                                fit -> Json.object(
                                        "relation", fit.relation().name(),
                                        "families", fit.families(),
                                        "positives", fit.positives(),
                                        "negatives", fit.negatives(),
                                        "lowest", Numbers.exact(fit.lowest()),
                                        "highest", Numbers.exact(fit.highest()))));
    }
}
