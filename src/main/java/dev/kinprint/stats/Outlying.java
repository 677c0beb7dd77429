package dev.kinprint.stats;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * How far single values stand out above the others. Each is put in robust deviations from the median (1.4826 times the
 * median absolute deviation, which is the standard deviation of normal values) and looked up in Student's t with three
 * degrees of freedom. Tails as heavy as those make it hard to stand out: the values need not be normal.
 */
public final class Outlying {
    private static final double NORMAL = 1.4826;
    private static final TDistribution TAIL = new TDistribution(3);

    private Outlying() {}

    /**
     * One-sided p-values, in the order of the values: small where a value is far above the others. All are 1 where more
     * than half of the values are equal, since there is no spread then to stand out from.
     */
    public static double[] above(double... values) {
        double middle = median(values);
        double spread = NORMAL
                * median(Arrays.stream(values).map(v -> Math.abs(v - middle)).toArray());
        return Arrays.stream(values)
                .map(value -> spread == 0 ? 1 : TAIL.cumulativeProbability((middle - value) / spread))
                .toArray();
    }

    private static double median(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values: none");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
