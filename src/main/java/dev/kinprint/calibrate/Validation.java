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
 * @param worst the pairs whose likelihood ratio misleads most
 */
public record Validation(
        int models,
        int questions,
        int responses,
        String calibration,
        List<RelationFigures> relations,
        FalseAccusations falseAccusations,
        SortedMap<Integer, List<RelationFigures>> byQuestions,
        List<Misled> worst) {

    /** Copies the lists. */
    public Validation {
        relations = List.copyOf(relations);
        byQuestions = java.util.Collections.unmodifiableSortedMap(
                new TreeMap<>((Map<Integer, List<RelationFigures>>) byQuestions));
        worst = List.copyOf(worst);
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
     */
    public record FalseAccusations(
            int pairs, int accused, int cleanPairs, int cleanAccused, dev.kinprint.stats.Interval rate, int models) {}

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
        Validator full = new Validator(Comparison.of(profiles, seed), truth, calibration, all, seed);
        SortedMap<Integer, List<RelationFigures>> byQuestions = new TreeMap<>();
        for (int count : counts) {
            if (count < all) {
                Comparison fewer = Comparison.of(profiles, Calibrator.subset(all, count, seed), Set.of(), seed);
                byQuestions.put(count, new Validator(fewer, truth, calibration, count, seed).relations());
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
                full.worst());
    }
}
