package dev.kinprint.stats;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {
    private static final NormalDistribution STANDARD = new NormalDistribution();

    private Normal() {}

    /** The value that a standard normal deviate stays under with a probability strictly between 0 and 1. */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability: " + probability + " is not between 0 and 1");
        }
        return STANDARD.inverseCumulativeProbability(probability);
    }
}
