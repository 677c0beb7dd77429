package dev.kinprint.stats;

import org.hipparchus.special.Erf;

/**
 * How much more often a feature occurs in one group of texts than in another: the log-odds ratio with an informative
 * Dirichlet prior (Monroe, Colaresi and Quinn 2008, equations 16 and 22). The prior pulls the ratio of a rare feature
 * towards 0.
 *
 * @param value the natural log-odds ratio; above 0 where the first group uses it more
 * @param z the ratio over its standard deviation
 */
public record LogOdds(double value, double z) {
    /** Refuses what is not finite. */
    public LogOdds {
        if (!Double.isFinite(value) || !Double.isFinite(z)) {
            throw new IllegalArgumentException("LogOdds: " + value + ", z " + z);
        }
    }

    /**
     * Compares two groups.
     *
     * @param count how often the feature occurs in the first group, at least 0
     * @param total how many features occur there in all, at least {@code count}
     * @param otherCount the same in the second group
     * @param otherTotal the same in the second group
     * @param prior pseudo-counts of the feature, above 0
     * @param priorTotal pseudo-counts of all features, above {@code prior}
     */
    public static LogOdds of(
            double count, double total, double otherCount, double otherTotal, double prior, double priorTotal) {
        if (!(count >= 0 && total >= count && otherCount >= 0 && otherTotal >= otherCount)) {
            throw new IllegalArgumentException(
                    "counts: " + count + " of " + total + " and " + otherCount + " of " + otherTotal);
        }
        if (!(prior > 0 && priorTotal > prior)) {
            throw new IllegalArgumentException("prior: " + prior + " of " + priorTotal);
        }
        double here = (count + prior) / (total + priorTotal - count - prior);
        double there = (otherCount + prior) / (otherTotal + priorTotal - otherCount - prior);
        double value = StrictMath.log(here) - StrictMath.log(there);
        return new LogOdds(value, value / Math.sqrt(1 / (count + prior) + 1 / (otherCount + prior)));
    }

    /** The one-sided p-value of "no more often than in the second group", by the normal approximation. */
    public double pValue() {
        return Math.max(0, Math.min(1, Erf.erfc(z / Math.sqrt(2)) / 2));
    }
}
