package dev.kinprint.report;

import dev.kinprint.calibrate.Contribution;
import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Gap;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.Question;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Support;
import dev.kinprint.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An invented audit with everything a page must cope with: several suspects, long names, hostile texts, texts from
 * right to left and without spaces, and pairs with too little data. All its numbers and texts are made up.
 */
final class SampleReport {
    static final String LONG =
            "acme-enterprise-large-instruct-preview-2026-08-01-eu-west-finetuned-for-customer-support-v12";
    private static final List<String> SUSPECTS = List.of("student-100", "wrapper", "independent", LONG);
    private static final List<String> CANDIDATES = List.of("teacher-anna", "teacher-bruno", "teacher-clio");

    private final Random dice = new Random(7);
    private final String text;
    private final String name;
    private final int panel;
    private final int questions;
    private final List<String> suspects;
    private final List<String> candidates;
    private final SampleFigures figures;

    private SampleReport(String text, String name, int panel, int questions) {
        this(text, name, panel, questions, SUSPECTS, CANDIDATES);
    }

    private SampleReport(
            String text, String name, int panel, int questions, List<String> suspects, List<String> candidates) {
        this.text = text;
        this.name = name;
        this.panel = panel;
        this.questions = questions;
        this.suspects = suspects;
        this.candidates = candidates;
        this.figures = new SampleFigures(dice, text, name, panel, questions, suspects, candidates);
    }

    /** The invented audit. */
    static Report plain() {
        return new SampleReport("A quiet sentence.", "panel-x", 48, 60).report();
    }

    /**
     * A small audit with every kind of figure and few of each, and with this text wherever a stranger's words may come
     * in.
     */
    static Report with(String payload) {
        return new SampleReport(payload, payload, 2, 8, List.of("student-100", LONG), List.of("teacher-anna")).report();
    }

    /** The small audit, in which models answer with these texts when asked who they are. */
    static Report saying(List<String> texts) {
        Report plain = with("A quiet sentence.");
        List<Observation> observations = texts.stream()
                .map(text -> new Observation("student-100", "identity-01", text))
                .toList();
        return new Report(
                plain.header(),
                plain.answers(),
                plain.verdicts(),
                plain.attributions(),
                plain.rulers(),
                plain.coverage(),
                plain.conduct(),
                plain.heatMaps(),
                plain.trees(),
                plain.maps(),
                plain.phrases(),
                plain.strips(),
                plain.exhibits(),
                observations,
                plain.beside(),
                plain.ablations(),
                plain.calibration(),
                plain.method(),
                plain.limits(),
                plain.manifest());
    }

    /** The same audit with so many panel models and questions. */
    static Report ofSize(int panel, int questions) {
        return new SampleReport("A quiet sentence.", "panel-x", panel, questions).report();
    }

    /** The same audit with eight heat maps, two trees and maps, and strips and long texts for every suspect. */
    static Report crowded(int panel, int questions) {
        Report one = ofSize(panel, questions);
        List<Exhibit> exhibits = new ArrayList<>();
        List<Strip> strips = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            strips.add(one.strips().get(0));
            for (int rule = 0; rule < 3; rule++) {
                String own = "An answer of four thousand characters. ".repeat(100);
                exhibits.add(new Exhibit(
                        "open-" + i + rule,
                        "Why?",
                        "a stated rule",
                        "student-100",
                        own,
                        new Exhibit.Other("teacher-anna", own, List.of(), new TreeMap<>()),
                        Optional.of(new Exhibit.Other("panel-x", own, List.of(), new TreeMap<>()))));
            }
        }
        HeatMap wide = one.heatMaps().get(0);
        HeatMap ratios = one.heatMaps().get(1);
        return new Report(
                one.header(),
                one.answers(),
                one.verdicts(),
                one.attributions(),
                one.rulers(),
                one.coverage(),
                one.conduct(),
                List.of(ratios, ratios, ratios, wide, wide, wide, wide, wide),
                List.of(one.trees().get(0), one.trees().get(0)),
                List.of(one.maps().get(0), one.maps().get(0)),
                one.phrases(),
                strips,
                exhibits,
                one.observations(),
                one.beside(),
                one.ablations(),
                one.calibration(),
                one.method(),
                one.limits(),
                one.manifest());
    }

    private Report report() {
        List<Verdict> verdicts = new ArrayList<>();
        List<Ruler> rulers = new ArrayList<>();
        for (String suspect : suspects) {
            for (String candidate : candidates) {
                for (Relation relation : Relation.values()) {
                    Verdict verdict = verdict(suspect, candidate, relation);
                    verdicts.add(verdict);
                    verdict.evidence().logLr().ifPresent(lr -> rulers.add(ruler(suspect, candidate, relation, lr)));
                }
            }
        }
        return new Report(
                header(),
                suspects.stream().map(SampleReport::answer).toList(),
                verdicts,
                attributions(),
                rulers,
                figures.coverage(),
                figures.conduct(),
                List.of(figures.similarities(), figures.ratios()),
                List.of(figures.tree()),
                List.of(figures.map()),
                List.of(figures.phrases()),
                List.of(
                        figures.strip("student-100", "teacher-anna", 78),
                        figures.strip("independent", "teacher-anna", 50)),
                figures.exhibits(),
                List.of(
                        new Observation("student-100", "identity-01", "I am Anna, made by the first lab."),
                        new Observation(name, "identity-01", text)),
                List.of(
                        new SideNote(
                                "student-100",
                                "teacher-anna",
                                "habits",
                                "repeated one-word and number answers to free choices",
                                Optional.of(0.61),
                                Optional.of(0.25),
                                "1 − mean Jensen–Shannon divergence, 0 to 1",
                                15,
                                "0.610 over 15 questions; of 11 background labs 2 are as much alike."),
                        new SideNote(
                                "student-100",
                                "teacher-anna",
                                "errors",
                                "wrong answers in common",
                                Optional.empty(),
                                Optional.empty(),
                                "nats",
                                2,
                                "Too little data: 2 questions, of at least 5.")),
                figures.ablations(),
                calibration(),
                List.of(
                        "Every answer was compared with the answers of unrelated models to the same question.",
                        "The channels were fused by a regularised logistic regression without a parameter for any candidate.",
                        "Intervals come from 1,000 seeded draws of the questions."),
                List.of(
                        "A shared third teacher, or shared public training data, can leave the same traces.",
                        "A hidden system prompt changes style.",
                        "Stored answers do not prove who sent them: an encrypted connection can be denied by either side."),
                List.of(
                        new FileNote("archive.sqlite", "0f".repeat(32), "every exchange, verbatim"),
                        new FileNote("audit.yaml", "a1".repeat(32), "the audit file")));
    }

    private Header header() {
        return new Header(
                "sample-audit",
                "0.1.0",
                Optional.of(Instant.parse("2026-11-20T09:12:44Z")),
                Optional.of(Instant.parse("2026-11-20T10:03:02Z")),
                List.of(new Header.SuiteNote("core@1", "5c".repeat(32))),
                suspects.size() + candidates.size() + panel,
                questions,
                3,
                9_541,
                7,
                "all-minilm-l6-v2@1 (384 dimensions)",
                "java -jar kinprint.jar judge results/sample-audit --seed 7",
                false);
    }

    private static Answer answer(String suspect) {
        return switch (suspect) {
            case "student-100" ->
                new Answer(
                        suspect,
                        "These findings are 31 times more probable if student-100 was distilled from teacher-anna than if"
                                + " the two are unrelated: moderate support. Nothing speaks for the same model.",
                        List.of(
                                "Both may have learnt from a third model that is not listed.",
                                "Shared public training data can bring the same habits."));
            case "wrapper" ->
                new Answer(
                        suspect,
                        "These findings are 162 times more probable if wrapper and teacher-bruno are the same model than"
                                + " if they are unrelated: moderately strong support.",
                        List.of("A very close derivative cannot be told from the model itself by these probes."));
            case "independent" ->
                new Answer(
                        suspect, "None of the listed candidates is supported as a source of independent.", List.of());
            default ->
                new Answer(
                        suspect,
                        "Insufficient data: the model answered 31 of 180 questions, so no ratio is printed.",
                        List.of());
        };
    }

    private Verdict verdict(String suspect, String candidate, Relation relation) {
        int rank = candidates.indexOf(candidate) + 1;
        if (suspect.equals(LONG)) {
            Evidence evidence = new Evidence(
                    suspect,
                    candidate,
                    relation,
                    Optional.empty(),
                    Optional.of("31 questions answered by both; at least 50 are needed"),
                    List.of(),
                    31,
                    panel,
                    22,
                    rank);
            return new Verdict(evidence, Support.INSUFFICIENT_DATA, false, "insufficient data", List.of());
        }
        double value = bounded(relation, level(suspect, candidate, relation) + 0.1 * dice.nextGaussian());
        LogLr lr = new LogLr(
                value,
                bounded(relation, value - 0.2 - 0.2 * dice.nextDouble()),
                bounded(relation, value + 0.2 + 0.2 * dice.nextDouble()));
        Evidence evidence = new Evidence(
                suspect,
                candidate,
                relation,
                Optional.of(lr),
                Optional.empty(),
                channels(value),
                questions,
                panel,
                22,
                rank);
        Support support = Support.of(value);
        return new Verdict(
                evidence,
                support,
                value > 0 && support != Support.NONE,
                "these findings speak " + (value > 0 ? "for" : "against") + " the relation: " + support.words(),
                relation == Relation.T ? List.of("No same-base control was available.") : List.of());
    }

    private static double bounded(Relation relation, double value) {
        CalibrationNote.Fit fit = calibration().fits().stream()
                .filter(f -> f.relation() == relation)
                .findFirst()
                .orElseThrow();
        return Math.max(fit.lowest(), Math.min(fit.highest(), value));
    }

    static double level(String suspect, String candidate, Relation relation) {
        String pair = suspect + " " + candidate + " " + relation;
        return switch (pair) {
            case "student-100 teacher-anna T" -> 1.49;
            case "student-100 teacher-anna D" -> 0.12;
            case "student-100 teacher-bruno T" -> 0.42;
            case "wrapper teacher-bruno S" -> 2.21;
            case "wrapper teacher-bruno D" -> 1.2;
            case "wrapper teacher-bruno T" -> 0.9;
            default -> relation == Relation.S ? -0.85 : -0.35;
        };
    }

    private List<Contribution> channels(double value) {
        List<String> names = List.of("content-embedding", "content-ngram", "function-words", "bigrams", "openings");
        List<Contribution> channels = new ArrayList<>();
        double left = value + 0.31;
        for (String channel : names) {
            double part = channel.equals("openings") ? left : value * 0.3 + 0.25 * dice.nextGaussian();
            left -= part;
            channels.add(new Contribution(channel, 0.4 + 0.1 * part, 1.5 * part, Optional.of(part)));
        }
        channels.add(new Contribution("verbatim", 0.02, 0.4, Optional.empty()));
        return channels;
    }

    private Ruler ruler(String suspect, String candidate, Relation relation, LogLr found) {
        double middle = relation == Relation.S ? -0.9 : -0.5;
        List<Ruler.Mark> background = IntStream.range(0, panel)
                .mapToObj(
                        i -> new Ruler.Mark(figures.member(i), bounded(relation, middle + 0.35 * dice.nextGaussian())))
                .toList();
        List<Ruler.Mark> kin = candidate.equals("teacher-anna")
                ? List.of(new Ruler.Mark("anna-mini", middle + 1.2), new Ruler.Mark("anna-2025", middle + 1.5))
                : List.of();
        Optional<LogLr> floor = relation == Relation.S ? Optional.of(new LogLr(2.2, 2.05, 2.31)) : Optional.empty();
        return new Ruler(suspect, candidate, relation, found, background, kin, floor);
    }

    private List<Attribution> attributions() {
        List<Attribution> attributions = new ArrayList<>();
        for (String suspect : suspects) {
            for (Relation relation : Relation.values()) {
                List<String> named =
                        switch (suspect + relation) {
                            case "student-100T" -> List.of("teacher-anna");
                            case "wrapperS" -> List.of("teacher-bruno");
                            default -> List.of();
                        };
                attributions.add(new Attribution(
                        suspect,
                        relation,
                        candidates.size(),
                        named,
                        suspect.equals(LONG) ? Optional.empty() : Optional.of(new LogLr(0.2, -0.1, 0.4)),
                        relation.words() + ": " + (named.isEmpty() ? "none of the listed" : String.join(", ", named))
                                + ", of " + candidates.size() + " examined"));
            }
        }
        return attributions;
    }

    private static CalibrationNote calibration() {
        return new CalibrationNote(
                "builtin-core",
                "1",
                "alpaca-eval",
                "public outputs of 225 models with documented lineage",
                List.of(
                        new CalibrationNote.Fit(Relation.S, 9, 12, 4100, -1.0, 2.3),
                        new CalibrationNote.Fit(Relation.D, 9, 14, 4100, -1.18, 2.3),
                        new CalibrationNote.Fit(Relation.T, 18, 41, 3900, -1.6, 1.8)),
                true,
                List.of("The unrelated panel pairs of this audit behave as under the null hypothesis."));
    }

    /** Texts of two models, one of them hostile, and a gap. */
    static Corpus corpus(String text) {
        Corpus.Builder corpus = new Corpus.Builder();
        List.of("student-100", "teacher-anna").forEach(id -> corpus.member(new Member(id, Origin.unknown())));
        corpus.question(new Question("open-01", Probe.Category.OPEN, "Why?", Optional.empty()));
        corpus.text("student-100", "open-01", 0, text);
        corpus.text("student-100", "open-01", 1, "Because.");
        corpus.gap(new Gap("teacher-anna", "open-01", 0, Gap.Reason.REFUSED, "it would not"));
        return corpus.build();
    }
}
