package dev.kinprint.report;

import dev.kinprint.calibrate.Relation;
import dev.kinprint.corpus.Gap;
import dev.kinprint.suite.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The invented figures of {@link SampleReport}. */
record SampleFigures(
        Random dice,
        String text,
        String name,
        int panel,
        int questions,
        List<String> suspects,
        List<String> candidates) {

    String member(int i) {
        return i == 0 ? name : String.format(Locale.ROOT, "panel-%03d", i);
    }

    List<Coverage> coverage() {
        List<Coverage> rows = new ArrayList<>();
        for (String suspect : suspects) {
            boolean thin = suspect.equals(SampleReport.LONG);
            rows.add(new Coverage(
                    suspect,
                    thin ? 93 : 171,
                    new TreeMap<>(
                            thin
                                    ? Map.of(Gap.Reason.REFUSED, 61, Gap.Reason.IN_DOUBT, 4, Gap.Reason.NOT_ASKED, 22)
                                    : Map.of(Gap.Reason.REFUSED, 5, Gap.Reason.TRUNCATED, 4)),
                    thin ? 90 : 168,
                    List.of(suspect.equals("wrapper") ? "bruno-large-0801" : suspect)));
        }
        candidates.forEach(
                candidate -> rows.add(new Coverage(candidate, 180, new TreeMap<>(), 177, List.of(candidate))));
        for (int i = 0; i < panel; i++) {
            rows.add(new Coverage(
                    member(i),
                    178,
                    new TreeMap<>(Map.of(Gap.Reason.ERROR, 2)),
                    170,
                    List.of(i == 0 ? text : member(i))));
        }
        return rows;
    }

    Conduct conduct() {
        List<Conduct.Settings> settings = new ArrayList<>();
        for (String member : suspects) {
            boolean thin = member.equals(SampleReport.LONG);
            settings.add(new Conduct.Settings(
                    member,
                    new TreeMap<>(Map.of("temperature", "0.7", "maxOutputTokens", "1024")),
                    new TreeMap<>(thin ? Map.of("temperature", "the model thinks first; " + text) : Map.of()),
                    new TreeMap<>()));
        }
        candidates.forEach(candidate -> settings.add(new Conduct.Settings(
                candidate,
                new TreeMap<>(Map.of("temperature", "0.7", "maxOutputTokens", "1024")),
                new TreeMap<>(),
                new TreeMap<>(Map.of("temperature", "always samples at 1")))));
        settings.add(new Conduct.Settings(member(1), new TreeMap<>(), new TreeMap<>(), new TreeMap<>()));
        return new Conduct(
                Optional.of(new Conduct.Plan(Conduct.Standing.HONOURED, Optional.of("7e".repeat(32)))),
                settings,
                List.of(new Conduct.Flag(suspects.get(0), "answers name the model " + text)));
    }

    List<Ablation> ablations() {
        List<Ablation> all = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            double level = SampleReport.level("student-100", "teacher-anna", relation);
            all.add(new Ablation(
                    "student-100",
                    "teacher-anna",
                    relation,
                    List.of(
                            without(Ablation.Kind.CHANNEL, "bigrams", level - 0.3),
                            without(Ablation.Kind.CHANNEL, "openings", level - 0.1),
                            without(Ablation.Kind.TEXT, "texts without Markdown", level + 0.1),
                            new Ablation.Row(
                                    Ablation.Kind.TEXT,
                                    "texts without the 150 commonest words",
                                    Optional.empty(),
                                    Optional.of("a channel has too little data")))));
        }
        return all;
    }

    private static Ablation.Row without(Ablation.Kind kind, String what, double level) {
        return new Ablation.Row(
                kind,
                what,
                Optional.of(new dev.kinprint.calibrate.LogLr(level, level - 0.4, level + 0.3)),
                Optional.empty());
    }

    HeatMap similarities() {
        List<String> members = new ArrayList<>(suspects);
        members.addAll(candidates);
        IntStream.range(0, panel).forEach(i -> members.add(member(i)));
        List<List<Optional<Double>>> cells = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            List<Optional<Double>> row = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                row.add(cells.get(j).get(i));
            }
            for (int j = i; j < members.size(); j++) {
                boolean thin = members.get(i).equals(SampleReport.LONG)
                        || members.get(j).equals(SampleReport.LONG);
                double score = i == j ? 0.83 + 0.05 * dice.nextDouble() : 0.1 * dice.nextGaussian();
                row.add(thin ? Optional.empty() : Optional.of(i == 0 && j == suspects.size() ? 0.62 : score));
            }
            cells.add(row);
        }
        return new HeatMap(
                "Likeness of content after the panel correction",
                "cosine",
                "The diagonal holds each model against repeated samples of itself.",
                HeatMap.Scale.SEQUENTIAL,
                members,
                members,
                cells);
    }

    HeatMap ratios() {
        List<List<Optional<Double>>> cells = suspects.stream()
                .map(suspect -> candidates.stream()
                        .map(candidate -> suspect.equals(SampleReport.LONG)
                                ? Optional.<Double>empty()
                                : Optional.of(SampleReport.level(suspect, candidate, Relation.T)))
                        .toList())
                .toList();
        return new HeatMap(
                "Distilled: every suspect against every candidate",
                "log10 LR",
                "Right of 0 the findings are more probable if the suspect was distilled from the candidate.",
                HeatMap.Scale.DIVERGING,
                suspects,
                candidates,
                cells);
    }

    /** One phrase that a stranger wrote, and one of ours. */
    Phrases phrases() {
        return new Phrases(
                "student-100",
                "teacher-anna",
                List.of(
                        new Phrases.Row(text, 31, 60, 28, 60, 0.0312, 4, 0.0004),
                        new Phrases.Row("it is worth noting", 12, 60, 9, 60, 0.05, 11, 0.031)));
    }

    /** The suspects and candidates in one cluster, some of the panel in another. */
    Tree tree() {
        List<Tree.Node> audited = new ArrayList<>();
        suspects.forEach(suspect -> audited.add(new Tree.Leaf(suspect, Optional.empty())));
        candidates.forEach(candidate -> audited.add(new Tree.Leaf(candidate, Optional.of("lab of " + candidate))));
        List<Tree.Node> others = new ArrayList<>();
        IntStream.range(0, Math.min(panel, 20)).forEach(i -> others.add(new Tree.Leaf(member(i), Optional.of(text))));
        return new Tree(
                "Style over all answers",
                "distances, 1 less the likeness",
                100,
                new Tree.Fork(
                        0.9,
                        Optional.of(1.0),
                        List.of(
                                new Tree.Fork(0.4, Optional.of(0.87), audited),
                                new Tree.Fork(0.7, Optional.empty(), others))),
                List.of("too-thin"));
    }

    /** The models along a spiral, the audited ones in the middle. */
    PointMap map() {
        List<PointMap.Point> points = new ArrayList<>();
        List<String> members = new ArrayList<>(suspects);
        members.addAll(candidates);
        IntStream.range(0, Math.min(panel, 20)).forEach(i -> members.add(member(i)));
        for (int i = 0; i < members.size(); i++) {
            PointMap.Spot at = new PointMap.Spot(0.05 * i * Math.cos(i), 0.05 * i * Math.sin(i));
            points.add(new PointMap.Point(
                    members.get(i),
                    Optional.of(text),
                    at,
                    List.of(new PointMap.Spot(at.x() + 0.03, at.y()), new PointMap.Spot(at.x(), at.y() - 0.04))));
        }
        return new PointMap("Style over all answers", 0.24, points);
    }

    Strip strip(String suspect, String candidate, double middle) {
        List<Strip.Row> rows = new ArrayList<>();
        List<Probe.Category> categories =
                List.of(Probe.Category.OPEN, Probe.Category.CREATIVE, Probe.Category.CHOICE, Probe.Category.CONTESTED);
        for (int i = 0; i < questions; i++) {
            Probe.Category category = categories.get(i % categories.size());
            String question =
                    String.format(Locale.ROOT, "%s-%02d", StripView.words(category), i / categories.size() + 1);
            double share = Math.max(0, Math.min(100, middle + 22 * dice.nextGaussian()));
            rows.add(
                    i % 11 == 3
                            ? new Strip.Row(
                                    question, category, Optional.empty(), Optional.empty(), List.of(Gap.Reason.REFUSED))
                            : new Strip.Row(
                                    question, category, Optional.of(share / 200), Optional.of(share), List.of()));
        }
        return new Strip(suspect, candidate, "cosine of content-ngram after the panel correction", rows);
    }

    List<Exhibit> exhibits() {
        return List.of(
                exhibit(
                        "open-01",
                        "How do I keep a sourdough starter alive while I travel for three weeks?",
                        "highest similarity",
                        Texts.STUDENT,
                        Texts.TEACHER,
                        Texts.STRANGER),
                exhibit(
                        "open-02",
                        "اكتب جملة عن البحر",
                        "median similarity",
                        Texts.ARABIC,
                        Texts.CHINESE,
                        Texts.PERSIAN),
                exhibit("creative-01", text, "lowest similarity", text, text + " ", text));
    }

    private Exhibit exhibit(String question, String prompt, String rule, String own, String theirs, String stranger) {
        return new Exhibit(
                question,
                prompt,
                rule,
                "student-100",
                own,
                new Exhibit.Other(
                        "teacher-anna",
                        theirs,
                        spans(own, theirs),
                        new TreeMap<>(Map.of("cosine", 0.81, "longest shared span", 74.0))),
                Optional.of(new Exhibit.Other(
                        name, stranger, spans(own, stranger), new TreeMap<>(Map.of("cosine", 0.44)))));
    }

    private List<Exhibit.Span> spans(String own, String other) {
        return own.equals(text) ? List.of() : Texts.shared(own, other);
    }
}
