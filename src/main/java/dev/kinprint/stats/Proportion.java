package dev.kinprint.stats;

import org.hipparchus.distribution.continuous.BetaDistribution;

/** A share of independent trials with its exact interval. */
public final class Proportion {
    private static final double TAIL = 0.025;

    private Proportion() {}

    /**
     * The share with its 95 % interval (Clopper and Pearson 1934), which is wide enough even where no trial succeeded.
     * Its ends are quantiles of beta distributions; the library's own interval fails where no trial, or each, succeeded.
     *
     * @param hits how many trials succeeded, 0 to {@code trials}
     * @param trials how many there were, at least 1
     */
    public static Interval of(int hits, int trials) {
        if (hits < 0 || trials < 1 || hits > trials) {
            throw new IllegalArgumentException("hits, trials: " + hits + " of " + trials);
        }
        double low = hits == 0 ? 0 : quantile(hits, trials - hits + 1, TAIL);
        double high = hits == trials ? 1 : quantile(hits + 1, trials - hits, 1 - TAIL);
        return new Interval(hits / (double) trials, low, high);
    }

    private static double quantile(int alpha, int beta, double probability) {
        return new BetaDistribution(alpha, beta).inverseCumulativeProbability(probability);
    }
}
