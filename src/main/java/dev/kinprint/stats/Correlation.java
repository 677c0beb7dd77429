package dev.kinprint.stats;

import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.stat.correlation.PearsonsCorrelation;

/** How two rows of numbers vary together. */
public final class Correlation {
    private static final double LEAST_SPREAD = 1e-12;

    private Correlation() {}

    /**
     * Pearson's correlation, −1 to 1; of zeros and ones it is the phi coefficient. Empty under two numbers, and where one
     * row does not vary.
     *
     * @param x finite numbers
     * @param y as many
     */
    public static OptionalDouble pearson(List<Double> x, List<Double> y) {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException("x, y: " + x.size() + " and " + y.size() + " numbers");
        }
        if (x.size() < 2 || spread(x) < LEAST_SPREAD || spread(y) < LEAST_SPREAD) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(new PearsonsCorrelation().correlation(array(x), array(y)));
    }

    private static double spread(List<Double> values) {
        double[] sorted = array(values);
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length - 1] - sorted[0];
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
