package dev.kinprint.stats;

/** How a correlation grows with the number of repeated measurements that both sides average. */
public final class Reliability {
    private Reliability() {}

    /**
     * Steps a correlation between two means of few measurements up to means of many.
     *
     * <p>With one measurement's reliability ρ, means of n and of m measurements of one thing correlate by
     * {@code ρ / √((ρ + (1−ρ)/n)·(ρ + (1−ρ)/m))} (Spearman 1904 on attenuation). ρ is solved from what was found, and the
     * same formula gives the correlation for k measurements on both sides. For n = m = 1 and k = 2 this is the formula of
     * Spearman and Brown (1910), {@code 2r / (1 + r)}.
     *
     * @param correlation what was found, −1 to 1; without a positive one there is nothing to step up, and it is returned
     * @param n how many measurements the one side averages, at least 1
     * @param m how many the other side averages, at least 1
     * @param k how many both sides shall average, at least 1
     */
    public static double stepUp(double correlation, int n, int m, int k) {
        if (n < 1 || m < 1 || k < 1) {
            throw new IllegalArgumentException("n, m, k: " + n + ", " + m + ", " + k + ", and each must be at least 1");
        }
        if (!(correlation >= -1 && correlation <= 1)) {
            throw new IllegalArgumentException("correlation: " + correlation + " is outside -1..1");
        }
        if (correlation <= 0 || correlation == 1) {
            return correlation;
        }
        double a = 1 - 1.0 / n;
        double b = 1.0 / n;
        double c = 1 - 1.0 / m;
        double d = 1.0 / m;
        double squared = correlation * correlation;
        double second = squared * a * c - 1;
        double first = squared * (a * d + b * c);
        double zeroth = squared * b * d;
        double one = (-first - Math.sqrt(first * first - 4 * second * zeroth)) / (2 * second);
        return one / (one + (1 - one) / k);
    }
}
