package dev.kinprint.calibrate;

import dev.kinprint.channel.Profiles;
import dev.kinprint.compare.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How good the judging half is on a corpus of known lineage.
 *
 * @param models how many models the corpus holds
 * @param questions how many questions
 * @param responses how many answers
 * @param calibration what was tested: a calibration left unchanged, or one fitted anew without each cluster in turn
 * @param relations the figures per relation on all questions
 * @param falseAccusations how often unrelated pairs reach "moderate support"
 * @param byQuestions the figures again on fewer questions
 * @param worst for each relation the unrelated and then the related pairs whose likelihood ratio misleads most
 * @param robustness the figures where suspects' answers were rewritten; empty where that was not asked for
 * @param scored every likelihood ratio that the figures on all questions rest on, for curves
 */
public record Validation(
        int models,
        int questions,
        int responses,
        String calibration,
        List<RelationFigures> relations,
        FalseAccusations falseAccusations,
        SortedMap<Integer, List<RelationFigures>> byQuestions,
        List<Misled> worst,
        List<Robustness.Rewritten> robustness,
        List<Scored> scored) {

    /** Copies the lists. */
    public Validation {
        relations = List.copyOf(relations);
        byQuestions = java.util.Collections.unmodifiableSortedMap(
                new TreeMap<>((Map<Integer, List<RelationFigures>>) byQuestions));
        worst = List.copyOf(worst);
        robustness = List.copyOf(robustness);
        scored = List.copyOf(scored);
    }

    /**
     * Unrelated pairs, and how many of them would be accused.
     *
     * @param pairs how many pairs without any direct relation, per relation weighed
     * @param accused how many of them reach a likelihood ratio of ten
     * @param cleanPairs how many of the pairs are not connected by any chain
     * @param cleanAccused how many of those reach ten
     * @param rate accused over pairs, with an interval over clusters of models
     * @param models how many different models are accused at least once
     * @param byModel how often each of these is accused
     * @param modelRate the share of the models that are accused at least once
     * @param labs how many clusters of labs and lines of weights hold an accused model
     * @param labRate the share of the clusters that do
     */
    public record FalseAccusations(
            int pairs,
            int accused,
            int cleanPairs,
            int cleanAccused,
            dev.kinprint.stats.Interval rate,
            int models,
            SortedMap<String, Integer> byModel,
            dev.kinprint.stats.Interval modelRate,
            int labs,
            dev.kinprint.stats.Interval labRate) {
        /** Copies the counts. */
        public FalseAccusations {
            byModel = java.util.Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Integer>) byModel));
        }
    }

    /**
     * The likelihood ratios of one relation.
     *
     * @param relation as in {@link RelationFigures}
     * @param points one for each weighed pair
     */
    public record Scored(String relation, List<Point> points) {
        /** Copies the points. */
        public Scored {
            points = List.copyOf(points);
        }

        /**
         * One weighed pair.
         *
         * @param log10Lr the log10 likelihood ratio, within bounds
         * @param holds whether the relation is documented to hold
         * @param weight what it counts, clusters being equal
         */
        public record Point(double log10Lr, boolean holds, double weight) {}
    }

    /**
     * A pair whose likelihood ratio points the wrong way.
     *
     * @param suspect the first model
     * @param candidate the second model
     * @param relation the relation weighed
     * @param holds whether the relation is documented to hold
     * @param log10Lr the log10 likelihood ratio, within bounds
     */
    public record Misled(String suspect, String candidate, Relation relation, boolean holds, double log10Lr) {}

    /** The same with figures for rewritten answers. */
    public Validation with(List<Robustness.Rewritten> rewritten) {
        return new Validation(
                models,
                questions,
                responses,
                calibration,
                relations,
                falseAccusations,
                byQuestions,
                worst,
                rewritten,
                scored);
    }

    /** The figures of some relations with their negative sets: "T" holds T-family and T-any as well. */
    public Validation only(List<String> wanted) {
        SortedMap<Integer, List<RelationFigures>> fewer = new TreeMap<>();
        byQuestions.forEach((count, figures) -> fewer.put(count, only(figures, wanted)));
        return new Validation(
                models,
                questions,
                responses,
                calibration,
                only(relations, wanted),
                falseAccusations,
                fewer,
                worst,
                robustness.stream()
                        .map(one -> new Robustness.Rewritten(one.rewrite(), only(one.relations(), wanted)))
                        .toList(),
                scored.stream().filter(one -> among(one.relation(), wanted)).toList());
    }

    private static List<RelationFigures> only(List<RelationFigures> figures, List<String> wanted) {
        return figures.stream().filter(one -> among(one.relation(), wanted)).toList();
    }

    private static boolean among(String relation, List<String> wanted) {
        return wanted.stream().anyMatch(one -> relation.equals(one) || relation.startsWith(one + "-"));
    }

    /**
     * Validates on a corpus.
     *
     * @param profiles the corpus as the channels see it
     * @param labels its documented lineage
     * @param calibration a calibration to test unchanged, or empty to fit anew without each cluster in turn
     * @param counts smaller numbers of questions to repeat it with
     * @param seed decides every draw
     */
    public static Validation of(
            Profiles profiles, Labels labels, Optional<Calibrations> calibration, List<Integer> counts, long seed) {
        Truth truth = Truth.of(profiles.corpus(), labels);
        int all = profiles.corpus().questions().size();
        Comparison comparison = Comparison.of(profiles, seed);
        Validator full = new Validator(comparison, comparison, truth, calibration, all, seed);
        SortedMap<Integer, List<RelationFigures>> byQuestions = new TreeMap<>();
        for (int count : counts) {
            if (count < all) {
                Comparison fewer = Comparison.of(profiles, Calibrator.subset(all, count, seed), Set.of(), seed);
                byQuestions.put(count, new Validator(fewer, fewer, truth, calibration, count, seed).relations());
            }
        }
        List<RelationFigures> relations = new ArrayList<>(full.relations());
        return new Validation(
                profiles.corpus().members().size(),
                all,
                profiles.corpus().size(),
                calibration.map(tested -> tested.source().name()).orElse("cross"),
                relations,
                full.falseAccusations(),
                byQuestions,
                full.worst(),
                List.of(),
                full.scored());
    }
}
