package dev.kinprint.stats;

import java.util.Arrays;

/**
 * An estimate with the ends of its interval.
 *
 * @param value the estimate
 * @param low lower end, at most {@code high}
 * @param high upper end
 */
public record Interval(double value, double low, double high) {
    private static final double TAIL = 0.025;

    /** Refuses numbers that are not finite. */
    public Interval {
        if (!Double.isFinite(value) || !Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("Interval: " + low + " <= " + high + " around " + value);
        }
    }

    /**
     * The 95 % percentile interval of bootstrap draws around an estimate (Efron and Tibshirani 1993, chapter 13). The
     * quantiles are the usual linear interpolation, type 7 of Hyndman and Fan (1996).
     *
     * @param draws at least one
     */
    public static Interval percentile(double value, double[] draws) {
        // No draws know nothing; an interval of one point would say that all is known.
        if (draws.length == 0) {
            throw new IllegalArgumentException("draws: none");
        }
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        return new Interval(value, quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
    }

    /** The quantile of ascending values at a probability, type 7 of Hyndman and Fan (1996). */
    public static double quantile(double[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
