package dev.kinprint.stats;

/**
 * Mean and standard deviation of weighted values.
 *
 * @param mean the weighted mean
 * @param deviation the weighted standard deviation (divided by the sum of weights)
 * @param effective the effective number of values: squared sum of weights over sum of squares (Kish 1965)
 */
public record Moments(double mean, double deviation, double effective) {
    /** Adds weighted values up in one pass after the other, in a fixed order. */
    public static final class Sum {
        private double weights;
        private double squaredWeights;
        private double values;
        private double squares;

        /** Adds a value. */
        public void add(double value, double weight) {
            weights += weight;
            squaredWeights += weight * weight;
            values += weight * value;
            squares += weight * value * value;
        }

        /** The moments so far; all zero where nothing has a weight. */
        public Moments moments() {
            if (weights <= 0) {
                return new Moments(0, 0, 0);
            }
            double mean = values / weights;
            double variance = Math.max(0, squares / weights - mean * mean);
            return new Moments(mean, Math.sqrt(variance), weights * weights / squaredWeights);
        }
    }
}
