package dev.kinprint.calibrate;

import dev.kinprint.stats.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How often related pairs reach a likelihood ratio, by number of questions: what can be expected of an audit before
 * anything is asked. Each related pair of a calibration was weighed by a fit that left out its own clusters.
 *
 * @param calibration the calibration's name with the start of its hash, as {@link Calibrations#id} gives it
 * @param date when it was measured
 * @param models how many models the calibration holds
 * @param curves one for each relation and number of questions at which the relation could be weighed
 */
public record Power(String calibration, LocalDate date, int models, List<Curve> curves) {
    /** A little slack, as ratios are kept rounded. */
    private static final double ROUNDED = 5e-4;

    private static final long SEED = 1;

    /** Copies the curves. */
    public Power {
        curves = List.copyOf(curves);
    }

    /**
     * The related pairs at one number of questions.
     *
     * @param relation the relation that holds for them
     * @param questions how many questions
     * @param most the greatest log10 likelihood ratio that the calibration bears out, which follows from its labs
     * @param pairs the pairs, at least one
     */
    public record Curve(Relation relation, int questions, double most, List<Weighed> pairs) {
        /** Copies the pairs. */
        public Curve {
            pairs = List.copyOf(pairs);
            if (pairs.isEmpty()) {
                throw new IllegalArgumentException("pairs: none");
            }
        }

        /** The greatest likelihood ratio that may be printed: the number of independent labs plus one. */
        public long mostRatio() {
            return Math.round(StrictMath.pow(10, most));
        }

        /** The share of the pairs that reach a ratio, with an interval that draws clusters of models anew. */
        public Interval reaching(double ratio) {
            Rate rate = new Rate();
            double wanted = StrictMath.log10(ratio) - ROUNDED;
            pairs.forEach(pair -> rate.add(pair.suspect(), pair.candidate(), pair.log10Lr() >= wanted));
            return rate.interval(SEED);
        }
    }

    /**
     * A related pair.
     *
     * @param log10Lr its log10 likelihood ratio within bounds; 0 where it could not be weighed
     * @param suspect the cluster of the suspect
     * @param candidate the cluster of the candidate; for "distilled", where sources are the same few, the suspect's again
     */
    public record Weighed(double log10Lr, int suspect, int candidate) {}

    /** The numbers of questions at which it was measured, ascending. */
    public NavigableSet<Integer> questions() {
        TreeSet<Integer> found = new TreeSet<>();
        curves.forEach(curve -> found.add(curve.questions()));
        return found;
    }

    /** The measured number of questions by which an audit of some questions is weighed; empty where it is by none. */
    public Optional<Integer> level(int probes) {
        return questions().stream()
                .filter(questions -> probes >= questions * Calibration.LEAST_SHARE)
                .reduce((smaller, greater) -> greater);
    }

    /** The curve of a relation at a number of questions. */
    public Optional<Curve> at(Relation relation, int questions) {
        return curves.stream()
                .filter(curve -> curve.relation() == relation && curve.questions() == questions)
                .findFirst();
    }

    /**
     * The least number of questions from which on a share of the related pairs reaches a ratio, at this and every greater
     * number that was measured; empty where that is not known of any.
     *
     * @param share more than 0, at most 1
     */
    public Optional<Integer> questionsFor(Relation relation, double ratio, double share) {
        Optional<Integer> least = Optional.empty();
        for (int questions : questions().descendingSet()) {
            Optional<Curve> curve = at(relation, questions);
            if (curve.isEmpty() || curve.get().reaching(ratio).value() < share) {
                break;
            }
            least = Optional.of(questions);
        }
        return least;
    }
}
