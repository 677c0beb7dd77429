package dev.kinprint.calibrate;

import dev.kinprint.stats.LogisticRegression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns the normalised scores of a pair into a log10 likelihood ratio for one relation.
 *
 * <p>A ridge logistic regression without any candidate-specific parameter is fitted on labelled pairs. Clusters count
 * equally: the weights of positives and of negatives each add up to the number of positive clusters, so the prior odds
 * of the fit are one and its log odds are the log likelihood ratio. The ratio is bounded by what the data could show at
 * best: at most the number of labs among the negatives plus one, at least one over the number of positive clusters plus
 * one (in the spirit of the empirical lower and upper bounds of Vergeer et al. 2016).
 */
final class Fusion {
    private static final double RIDGE = 1;
    private static final double LN10 = StrictMath.log(10);

    private final List<String> channels;
    private final LogisticRegression regression;
    private final Groups groups;

    private Fusion(List<String> channels, LogisticRegression regression, Groups groups) {
        this.channels = channels;
        this.regression = regression;
        this.groups = groups;
    }

    /**
     * Fits on labelled pairs.
     *
     * @param relation the relation
     * @param available the channels that the pair to be weighed has scores on; for "distilled" those of them that the
     *     calibration uses
     * @param pairs labelled pairs; those that lack one of the channels used are passed over
     * @param cluster the cluster of each model by its number
     * @param leftOut clusters whose models take no part
     * @return empty where there is no channel, or fewer than two clusters of positives or of negatives
     */
    static Optional<Fusion> fit(
            Relation relation,
            Collection<String> available,
            List<LabelledPair> pairs,
            List<Integer> cluster,
            Collection<Integer> leftOut) {
        // Sources are few: a fit without a source's own lab would have hardly a student left.
        Collection<Integer> candidatesLeftOut = relation == Relation.T ? List.of() : leftOut;
        // What shows a student depends on the kind of models, and the calibration says it; for the others it is fixed.
        List<String> channels = relation == Relation.T
                ? available.stream().sorted().toList()
                : Features.of(relation).stream().filter(available::contains).toList();
        return fit(channels, kind -> kind.speaksFor(relation), pairs, cluster, leftOut, candidatesLeftOut);
    }

    /** Fits "same model" against "derived", for pairs that are one of the two; else as {@link #fit}. */
    static Optional<Fusion> sameRatherThanDerived(
            Collection<String> available,
            List<LabelledPair> pairs,
            List<Integer> cluster,
            Collection<Integer> leftOut) {
        return fit(
                Features.sameRatherThanDerived().stream()
                        .filter(available::contains)
                        .toList(),
                LabelledPair.Kind::sameRatherThanDerived,
                pairs,
                cluster,
                leftOut,
                leftOut);
    }

    private static Optional<Fusion> fit(
            List<String> channels,
            Function<LabelledPair.Kind, Optional<Boolean>> examples,
            List<LabelledPair> pairs,
            List<Integer> cluster,
            Collection<Integer> suspectsLeftOut,
            Collection<Integer> candidatesLeftOut) {
        List<LabelledPair> used = pairs.stream()
                .filter(pair -> !suspectsLeftOut.contains(cluster.get(pair.suspect()))
                        && !candidatesLeftOut.contains(cluster.get(pair.candidate()))
                        && examples.apply(pair.kind()).isPresent()
                        && pair.z().hasAll(channels))
                .toList();
        Groups groups = Groups.of(examples, used, cluster);
        if (channels.isEmpty() || groups.positiveClusters() < 2 || groups.negativeLabs() < 2) {
            return Optional.empty();
        }
        double[][] x = new double[used.size()][channels.size()];
        boolean[] positive = new boolean[used.size()];
        for (int i = 0; i < used.size(); i++) {
            positive[i] = examples.apply(used.get(i).kind()).orElseThrow();
            for (int f = 0; f < channels.size(); f++) {
                x[i][f] = used.get(i).z().of(channels.get(f)).orElseThrow();
            }
        }
        return Optional.of(new Fusion(channels, LogisticRegression.fit(x, positive, groups.weights(), RIDGE), groups));
    }

    /**
     * Cluster weights of labelled pairs. A student line counts once as a positive, however many models its source family
     * has; a negative counts with the others of its two clusters.
     */
    private record Groups(List<Double> weight, int positives, int positiveClusters, int negativeLabs) {
        static Groups of(
                Function<LabelledPair.Kind, Optional<Boolean>> examples,
                List<LabelledPair> pairs,
                List<Integer> cluster) {
            long clusters = cluster.stream().mapToLong(Integer::longValue).max().orElse(0) + 1;
            Map<Long, Integer> positives = new HashMap<>();
            Map<Long, Integer> negatives = new HashMap<>();
            Set<Integer> negativeLabs = new HashSet<>();
            int count = 0;
            for (LabelledPair pair : pairs) {
                int a = cluster.get(pair.suspect());
                int b = cluster.get(pair.candidate());
                if (positive(examples, pair)) {
                    positives.merge((long) a, 1, Integer::sum);
                    count++;
                } else {
                    negatives.merge(a * clusters + b, 1, Integer::sum);
                    negativeLabs.add(a);
                    negativeLabs.add(b);
                }
            }
            List<Double> weight = new ArrayList<>(pairs.size());
            for (LabelledPair pair : pairs) {
                boolean positive = positive(examples, pair);
                Map<Long, Integer> groups = positive ? positives : negatives;
                long a = cluster.get(pair.suspect());
                long group = positive ? a : a * clusters + cluster.get(pair.candidate());
                int size = java.util.Objects.requireNonNull(groups.get(group));
                weight.add(positives.size() / (double) groups.size() / size);
            }
            return new Groups(weight, count, positives.size(), negativeLabs.size());
        }

        private static boolean positive(Function<LabelledPair.Kind, Optional<Boolean>> examples, LabelledPair pair) {
            return examples.apply(pair.kind()).orElseThrow();
        }

        double[] weights() {
            return weight.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** The channels that enter. */
    List<String> channels() {
        return channels;
    }

    /** What it was fitted on. */
    Fit fit() {
        return new Fit(
                groups.positiveClusters(),
                groups.positives(),
                groups.weight().size() - groups.positives(),
                lowerBound(),
                upperBound());
    }

    /** The log10 likelihood ratio before bounds; empty where a channel has no score. */
    OptionalDouble unbounded(Map<String, Double> scores) {
        return unbounded(channel -> {
            Double z = scores.get(channel);
            return z == null ? OptionalDouble.empty() : OptionalDouble.of(z);
        });
    }

    /** The log10 likelihood ratio before bounds; empty where a channel has no score. */
    OptionalDouble unbounded(Function<String, OptionalDouble> scores) {
        double[] x = new double[channels.size()];
        for (int f = 0; f < x.length; f++) {
            OptionalDouble z = scores.apply(channels.get(f));
            if (z.isEmpty()) {
                return OptionalDouble.empty();
            }
            x[f] = Features.clip(z.getAsDouble());
        }
        return OptionalDouble.of(regression.logOdds(x) / LN10);
    }

    /** A log10 likelihood ratio within the bounds. */
    double bounded(double log10) {
        return Math.max(lowerBound(), Math.min(upperBound(), log10));
    }

    /** The greatest log10 likelihood ratio that may be printed. */
    double upperBound() {
        return StrictMath.log10(groups.negativeLabs() + 1.0);
    }

    /** The least log10 likelihood ratio that may be printed. */
    double lowerBound() {
        return -StrictMath.log10(groups.positiveClusters() + 1.0);
    }

    /** What a channel at a normalised score adds to the log10 likelihood ratio; empty where it does not enter. */
    Optional<Double> contribution(String channel, double z) {
        int at = channels.indexOf(channel);
        return at < 0 ? Optional.empty() : Optional.of(regression.slope(at) * Features.clip(z) / LN10);
    }
}
