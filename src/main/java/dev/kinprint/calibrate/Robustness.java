package dev.kinprint.calibrate;

import dev.kinprint.channel.Profiles;
import dev.kinprint.compare.Comparison;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Rewrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How much is lost where a suspect's answers were rewritten. Rewritten are the answers of every model that is documented
 * to come from another: prompt variants, derived models and students. Sources and background stay as they are, and so do
 * the answers that a likelihood ratio is fitted on.
 */
public final class Robustness {
    /** On how many questions it is measured, at most. */
    public static final int QUESTIONS = 100;

    private Robustness() {}

    /**
     * The figures under one rewrite.
     *
     * @param rewrite what was done
     * @param relations the figures, as in {@link Validation}
     */
    public record Rewritten(Rewrite rewrite, List<RelationFigures> relations) {
        /** Copies the list. */
        public Rewritten {
            relations = List.copyOf(relations);
        }
    }

    /**
     * Measures some rewrites.
     *
     * @param rewrites what is done to suspects' answers, one at a time
     * @param fit how channels are fitted on a corpus
     * @param calibration a calibration to test unchanged, or empty to fit anew without each cluster in turn
     */
    public static List<Rewritten> of(
            List<Rewrite> rewrites,
            Corpus whole,
            Labels labels,
            Function<Corpus, Profiles> fit,
            Optional<Calibrations> calibration,
            long seed) {
        Corpus corpus = some(whole, seed);
        Truth truth = Truth.of(corpus, labels);
        Set<Integer> suspects = new TreeSet<>(truth.students());
        IntStream.range(0, corpus.members().size())
                .filter(m -> truth.parent(m).isPresent())
                .forEach(suspects::add);
        int questions = corpus.questions().size();
        Comparison plain = Comparison.of(fit.apply(corpus), seed);
        List<Rewritten> found = new ArrayList<>();
        for (Rewrite rewrite : rewrites) {
            Comparison comparison =
                    rewrite == Rewrite.NONE ? plain : plain.rewritten(fit.apply(rewrite.of(corpus, suspects)));
            found.add(new Rewritten(
                    rewrite, new Validator(comparison, plain, truth, calibration, questions, seed).relations()));
        }
        return found;
    }

    private static Corpus some(Corpus corpus, long seed) {
        int all = corpus.questions().size();
        if (all <= QUESTIONS) {
            return corpus;
        }
        double[] drawn = Calibrator.subset(all, QUESTIONS, seed);
        return corpus.restrict(
                IntStream.range(0, corpus.members().size()).boxed().toList(),
                IntStream.range(0, all).filter(q -> drawn[q] > 0).boxed().toList());
    }
}
