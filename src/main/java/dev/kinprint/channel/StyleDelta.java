package dev.kinprint.channel;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Cosine Delta (Smith and Aldridge 2011; Evert et al. 2017): relative frequencies of the most frequent features, each
 * z-scored over the reference set of the pair, compared by the cosine of the two vectors of z-scores.
 */
final class StyleDelta implements Profile {
    private static final int LEAST_FEATURES = 20;
    private static final double LEAST_OCCURRENCES = 200;

    private final SparseCounts counts;

    StyleDelta(SparseCounts counts) {
        this.counts = counts;
    }

    @Override
    public Aggregate aggregate(Weights weights) {
        int members = counts.members();
        double[][] frequency = new double[members][];
        boolean[] enough = new boolean[members];
        IntStream.range(0, members).parallel().forEach(m -> {
            double[] sum = counts.weighted(m, weights);
            double total = counts.total(m, weights);
            enough[m] = total >= LEAST_OCCURRENCES;
            for (int f = 0; f < sum.length; f++) {
                sum[f] = enough[m] ? sum[f] / total : 0;
            }
            frequency[m] = sum;
        });
        return new Scored(frequency, enough, weights);
    }

    private static final class Scored implements Aggregate {
        private final double[][] frequency;
        private final boolean[] enough;
        private final double[] weight;
        private final double[][] weighted;
        private final double[][] weightedSquares;
        private final double[] sum;
        private final double[] squares;
        private double total;

        Scored(double[][] frequency, boolean[] enough, Weights weights) {
            this.frequency = frequency;
            this.enough = enough;
            int features = frequency.length == 0 ? 0 : frequency[0].length;
            this.weight = new double[frequency.length];
            this.weighted = new double[frequency.length][features];
            this.weightedSquares = new double[frequency.length][features];
            this.sum = new double[features];
            this.squares = new double[features];
            for (int m = 0; m < frequency.length; m++) {
                weight[m] = enough[m] ? weights.member(m) : 0;
                total += weight[m];
                for (int f = 0; f < features; f++) {
                    double x = frequency[m][f];
                    weighted[m][f] = weight[m] * x;
                    weightedSquares[m][f] = weight[m] * x * x;
                    sum[f] += weighted[m][f];
                    squares[f] += weightedSquares[m][f];
                }
            }
        }

        private static void takeOff(double[] from, double[] what) {
            for (int f = 0; f < from.length; f++) {
                from[f] -= what[f];
            }
        }

        @Override
        public OptionalDouble score(int i, int j, Reference reference) {
            if (!enough[i] || !enough[j]) {
                return OptionalDouble.empty();
            }
            double rest = total;
            double[] restSum = sum.clone();
            double[] restSquares = squares.clone();
            for (int k = 0; k < reference.excludedCount(); k++) {
                int x = reference.excluded(k);
                rest -= weight[x];
                takeOff(restSum, weighted[x]);
                takeOff(restSquares, weightedSquares[x]);
            }
            if (rest <= 1e-9 * total) {
                return OptionalDouble.empty();
            }
            double dot = 0;
            double lengthI = 0;
            double lengthJ = 0;
            int used = 0;
            for (int f = 0; f < sum.length; f++) {
                double mean = restSum[f] / rest;
                double variance = restSquares[f] / rest - mean * mean;
                // A feature that the background does not vary in has no scale. What is left of its sums when the
                // excluded
                // models are taken off is rounding, of the size of what was there before: it must not pass for a scale.
                if (variance * rest <= 1e-11 * squares[f]) {
                    continue;
                }
                double a = frequency[i][f] - mean;
                double b = frequency[j][f] - mean;
                dot += a * b / variance;
                lengthI += a * a / variance;
                lengthJ += b * b / variance;
                used++;
            }
            return used < LEAST_FEATURES || lengthI <= 0 || lengthJ <= 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(dot / Math.sqrt(lengthI * lengthJ));
        }
    }
}
