package dev.kinprint.channel;

import java.util.List;
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
    private final List<Usage> usage;

    StyleDelta(SparseCounts counts) {
        this.counts = counts;
        this.usage = IntStream.range(0, counts.members())
                .parallel()
                .mapToObj(counts::usage)
                .toList();
    }

    @Override
    public Aggregate aggregate(Weights weights) {
        int members = counts.members();
        double[][] frequency = new double[members][];
        boolean[] enough = new boolean[members];
        IntStream.range(0, members).parallel().forEach(m -> {
            Usage used = usage.get(m);
            double[] sum = new double[counts.features()];
            for (int k = 0; k < used.size(); k++) {
                sum[used.feature(k)] = used.weighted(k, weights);
            }
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
        private final double[] sum;
        private final double[] squares;
        private double total;

        Scored(double[][] frequency, boolean[] enough, Weights weights) {
            this.frequency = frequency;
            this.enough = enough;
            int features = frequency.length == 0 ? 0 : frequency[0].length;
            this.weight = new double[frequency.length];
            this.sum = new double[features];
            this.squares = new double[features];
            for (int m = 0; m < frequency.length; m++) {
                weight[m] = enough[m] ? weights.member(m) : 0;
                total += weight[m];
                for (int f = 0; f < features; f++) {
                    double x = frequency[m][f];
                    sum[f] += weight[m] * x;
                    squares[f] += weight[m] * x * x;
                }
            }
        }

        @Override
        public OptionalDouble score(int i, int j, Reference reference) {
            if (!enough[i] || !enough[j]) {
                return OptionalDouble.empty();
            }
            // In a bootstrap draw many models weigh nothing.
            int[] excluded = new int[reference.excludedCount()];
            int count = 0;
            double rest = total;
            for (int k = 0; k < excluded.length; k++) {
                int x = reference.excluded(k);
                if (weight[x] > 0) {
                    excluded[count++] = x;
                    rest -= weight[x];
                }
            }
            if (rest <= 1e-9 * total) {
                return OptionalDouble.empty();
            }
            double[] means = sum.clone();
            double[] variances = squares.clone();
            int k = 0;
            for (; k + 1 < count; k += 2) {
                takeOff(means, variances, excluded[k], excluded[k + 1]);
            }
            if (k < count) {
                takeOff(means, variances, excluded[k]);
            }
            moments(means, variances, rest);
            return cosine(frequency[i], frequency[j], means, variances, rest);
        }

        // The loops below have no branch and start at 0, so that the compiled code takes several features at a time.
        // Two models at once read and write the sums half as often.

        private void takeOff(double[] sums, double[] sumsOfSquares, int x, int y) {
            double[] first = frequency[x];
            double[] second = frequency[y];
            double u = weight[x];
            double v = weight[y];
            for (int f = 0; f < sums.length; f++) {
                sums[f] = sums[f] - u * first[f] - v * second[f];
                sumsOfSquares[f] = sumsOfSquares[f] - u * first[f] * first[f] - v * second[f] * second[f];
            }
        }

        private void takeOff(double[] sums, double[] sumsOfSquares, int x) {
            double[] only = frequency[x];
            double u = weight[x];
            for (int f = 0; f < sums.length; f++) {
                sums[f] -= u * only[f];
                sumsOfSquares[f] -= u * only[f] * only[f];
            }
        }

        private static void moments(double[] sums, double[] sumsOfSquares, double rest) {
            for (int f = 0; f < sums.length; f++) {
                double mean = sums[f] / rest;
                sums[f] = mean;
                sumsOfSquares[f] = sumsOfSquares[f] / rest - mean * mean;
            }
        }

        private OptionalDouble cosine(double[] i, double[] j, double[] means, double[] variances, double rest) {
            double dot = 0;
            double lengthI = 0;
            double lengthJ = 0;
            int used = 0;
            for (int f = 0; f < means.length; f++) {
                double variance = variances[f];
                // A feature that the background does not vary in has no scale. What is left of its sums when the
                // excluded models are taken off is rounding, of the size of what was there before: it must not pass
                // for a scale.
                if (variance * rest <= 1e-11 * squares[f]) {
                    continue;
                }
                double a = i[f] - means[f];
                double b = j[f] - means[f];
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
