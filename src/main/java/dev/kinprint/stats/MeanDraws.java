package dev.kinprint.stats;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/**
 * Bootstrap draws of the mean of some values. The draws are spread about the mean by √(n/(n−1)), since draws from n
 * values are too narrow by that factor (Hesterberg 2015, "expanded percentile").
 */
public final class MeanDraws {
    private final double mean;
    private final double[] sorted;

    private MeanDraws(double mean, double[] sorted) {
        this.mean = mean;
        this.sorted = sorted;
    }

    /**
     * Draws the values anew with replacement.
     *
     * @param values at least two
     * @param count how many draws
     * @param seed decides the draws; the same for values of the same number
     */
    public static MeanDraws of(double[] values, int count, long seed) {
        if (values.length < 2 || count < 1) {
            throw new IllegalArgumentException("values, count: " + values.length + ", " + count);
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double wider = Math.sqrt(values.length / (values.length - 1.0));
        Draws random = new Draws(seed, values.length);
        double[] means = new double[count];
        for (int b = 0; b < count; b++) {
            double[] often = random.bootstrap(values.length);
            double apart = 0;
            for (int i = 0; i < values.length; i++) {
                apart += often[i] * (values[i] - mean);
            }
            means[b] = mean + apart / values.length * wider;
        }
        Arrays.sort(means);
        return new MeanDraws(mean, means);
    }

    /** The mean with its 95 % interval. */
    public Interval interval() {
        return Interval.percentile(mean, sorted);
    }

    /**
     * The one-sided bootstrap p-value of a hypothesis about the mean: the share of draws in which it holds, the
     * hypothesis itself counted as one draw, so that it is never 0.
     */
    public double share(DoublePredicate hypothesis) {
        long held = Arrays.stream(sorted).filter(hypothesis).count();
        return (held + 1.0) / (sorted.length + 1.0);
    }
}
