package dev.kinprint.stats;

/**
 * Mean and standard deviation of weighted values.
 *
 * @param mean the weighted mean
 * @param deviation the weighted standard deviation (divided by the sum of weights)
 * @param effective the effective number of values: squared sum of weights over sum of squares (Kish 1965)
 */
public record Moments(double mean, double deviation, double effective) {
    /**
     * Adds weighted values up one after the other, in a fixed order, by West's update (1979). The difference of two large
     * sums would give equal values a spread by rounding alone, and that spread would make a score look far out.
     */
    public static final class Sum {
        private double weights;
        private double squaredWeights;
        private double mean;
        private double squares;

        /** Adds a value with a weight of at least 0. */
        public void add(double value, double weight) {
            if (weight == 0) {
                return;
            }
            weights += weight;
            squaredWeights += weight * weight;
            double apart = value - mean;
            mean += weight / weights * apart;
            squares += weight * apart * (value - mean);
        }

        /**
         * Takes off a value that was added, with its weight. What is left is as exact as what was there before, relative to
         * the spread that was there before: where {@link #spread} falls to a small part of it, add up anew.
         */
        public void remove(double value, double weight) {
            if (weight == 0) {
                return;
            }
            double apart = value - mean;
            weights -= weight;
            squaredWeights -= weight * weight;
            mean -= weight / weights * apart;
            squares -= weight * apart * (value - mean);
        }

        /** The same sum, to be changed by itself. */
        public Sum copy() {
            Sum copy = new Sum();
            copy.weights = weights;
            copy.squaredWeights = squaredWeights;
            copy.mean = mean;
            copy.squares = squares;
            return copy;
        }

        /** The sum of the weights. */
        public double weight() {
            return weights;
        }

        /** The weighted sum of squares about the mean. */
        public double spread() {
            return squares;
        }

        /** The moments so far; all zero where nothing has a weight. */
        public Moments moments() {
            return weights <= 0
                    ? new Moments(0, 0, 0)
                    : new Moments(mean, Math.sqrt(squares / weights), weights * weights / squaredWeights);
        }
    }
}
