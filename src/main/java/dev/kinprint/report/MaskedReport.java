package dev.kinprint.report;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A report with letters for the names of models. What they say of themselves is left out; other texts are as they were. */
final class MaskedReport {
    private final Masks masks;

    private MaskedReport(Masks masks) {
        this.masks = masks;
    }

    static Report of(Report report, Masks masks) {
        return new MaskedReport(masks).report(report);
    }

    private Report report(Report report) {
        List<String> limits = new ArrayList<>(masks.in(report.limits()));
        limits.add(
                "Letters stand for the names of models by choice. What a model said may still name it, where texts are"
                        + " shown; its answers about itself are left out.");
        return new Report(
                header(report.header()),
                each(report.answers(), this::answer),
                each(report.verdicts(), this::verdict),
                each(report.attributions(), this::attribution),
                each(report.rulers(), this::ruler),
                each(report.coverage(), this::coverage),
                conduct(report.conduct()),
                each(report.heatMaps(), this::heatMap),
                each(report.trees(), this::tree),
                each(report.maps(), this::map),
                each(
                        report.phrases(),
                        one -> new Phrases(masks.model(one.suspect()), masks.model(one.candidate()), one.rows())),
                each(
                        report.strips(),
                        one -> new Strip(
                                masks.model(one.suspect()), masks.model(one.candidate()), one.measure(), one.rows())),
                each(report.exhibits(), this::exhibit),
                List.of(),
                each(report.beside(), this::sideNote),
                each(
                        report.ablations(),
                        one -> new Ablation(
                                masks.model(one.suspect()), masks.model(one.candidate()), one.relation(), one.rows())),
                report.calibration(),
                masks.in(report.method()),
                limits,
                each(
                        report.manifest(),
                        file -> new FileNote(masks.in(file.name()), file.sha256(), masks.in(file.what()))));
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> change) {
        return all.stream().map(change).toList();
    }

    private Header header(Header header) {
        return new Header(
                masks.in(header.run()),
                header.version(),
                header.collectedFrom(),
                header.collectedTo(),
                each(header.suites(), suite -> new Header.SuiteNote(masks.in(suite.id()), suite.sha256())),
                header.models(),
                header.questions(),
                header.samples(),
                header.responses(),
                header.seed(),
                header.embedder(),
                masks.in(header.command()),
                header.complete());
    }

    private Answer answer(Answer answer) {
        return new Answer(masks.model(answer.suspect()), masks.in(answer.sentence()), masks.in(answer.alternatives()));
    }

    private Verdict verdict(Verdict verdict) {
        Evidence evidence = verdict.evidence();
        return new Verdict(
                new Evidence(
                        masks.model(evidence.suspect()),
                        masks.model(evidence.candidate()),
                        evidence.relation(),
                        evidence.logLr(),
                        evidence.why().map(masks::in),
                        evidence.contributions(),
                        evidence.questions(),
                        evidence.background(),
                        evidence.labs(),
                        evidence.rank()),
                verdict.support(),
                verdict.forRelation(),
                masks.in(verdict.words()),
                masks.in(verdict.caveats()));
    }

    private Attribution attribution(Attribution one) {
        return new Attribution(
                masks.model(one.suspect()),
                one.relation(),
                one.examined(),
                masks.models(one.named()),
                one.any(),
                masks.in(one.words()));
    }

    private Ruler ruler(Ruler ruler) {
        UnaryOperator<Ruler.Mark> mark = one -> new Ruler.Mark(masks.model(one.member()), one.log10Lr());
        return new Ruler(
                masks.model(ruler.suspect()),
                masks.model(ruler.candidate()),
                ruler.relation(),
                ruler.found(),
                each(ruler.background(), mark),
                each(ruler.kin(), mark),
                ruler.floor());
    }

    private Coverage coverage(Coverage row) {
        return new Coverage(masks.model(row.member()), row.ok(), row.gaps(), row.distinct(), List.of());
    }

    private Conduct conduct(Conduct conduct) {
        return new Conduct(
                conduct.plan(),
                each(
                        conduct.settings(),
                        one -> new Conduct.Settings(
                                masks.model(one.member()), one.requested(), one.dropped(), one.idle())),
                each(
                        conduct.flags(),
                        flag -> new Conduct.Flag(
                                masks.model(flag.member()),
                                "There is a remark on who answered; it would name the model.")));
    }

    private HeatMap heatMap(HeatMap map) {
        return new HeatMap(
                map.title(),
                map.unit(),
                map.explanation(),
                map.scale(),
                masks.models(map.rows()),
                masks.models(map.columns()),
                map.cells());
    }

    private Tree tree(Tree tree) {
        return new Tree(tree.title(), tree.unit(), tree.draws(), node(tree.root()), masks.models(tree.without()));
    }

    private Tree.Node node(Tree.Node node) {
        if (node instanceof Tree.Fork fork) {
            return new Tree.Fork(
                    fork.height(),
                    fork.support(),
                    fork.parts().stream().map(this::node).toList());
        }
        Tree.Leaf leaf = (Tree.Leaf) node;
        return new Tree.Leaf(masks.model(leaf.member()), leaf.lab().map(masks::lab));
    }

    private PointMap map(PointMap map) {
        return new PointMap(
                map.title(),
                map.stress(),
                each(
                        map.points(),
                        point -> new PointMap.Point(
                                masks.model(point.member()), point.lab().map(masks::lab), point.at(), point.cloud())));
    }

    private Exhibit exhibit(Exhibit one) {
        return new Exhibit(
                one.question(),
                one.prompt(),
                one.rule(),
                masks.model(one.suspect()),
                one.text(),
                other(one.candidate()),
                one.stranger().map(this::other));
    }

    private Exhibit.Other other(Exhibit.Other one) {
        return new Exhibit.Other(masks.model(one.member()), one.text(), one.shared(), one.similarity());
    }

    private SideNote sideNote(SideNote note) {
        return new SideNote(
                masks.model(note.suspect()),
                masks.model(note.candidate()),
                note.test(),
                note.title(),
                note.value(),
                note.pValue(),
                note.unit(),
                note.questions(),
                masks.in(note.words()));
    }
}
