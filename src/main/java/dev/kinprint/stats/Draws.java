package dev.kinprint.stats;

import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;

/**
 * Seeded random draws. The generator is WELL19937c (Panneton, L'Ecuyer and Matsumoto 2006), so that a seed gives the same
 * draws on every machine and release of Java.
 */
public final class Draws {
    private final RandomGenerator random;

    /** Draws that follow from a seed and a stream number; different streams are unrelated. */
    public Draws(long seed, int stream) {
        this.random = new Well19937c(new int[] {(int) seed, (int) (seed >>> 32), stream, 0x4b696e70});
    }

    /** How often each of {@code n} units is drawn when n are drawn with replacement: the weights of a bootstrap draw. */
    public double[] bootstrap(int n) {
        double[] counts = new double[n];
        for (int i = 0; i < n; i++) {
            counts[random.nextInt(n)]++;
        }
        return counts;
    }

    /** The numbers from 0 to {@code n - 1} in random order. */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** A normal deviate with mean 0 and standard deviation 1. */
    public double normal() {
        return random.nextGaussian();
    }

    /** A number from 0 up to, but not including, 1. */
    public double uniform() {
        return random.nextDouble();
    }
}
