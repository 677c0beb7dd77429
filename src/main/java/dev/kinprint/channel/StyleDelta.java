package dev.kinprint.channel;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
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

    /** Room for the means and variances of a background; a pair scored in each of 1,000 draws would else fill the heap. */
    private final ThreadLocal<double[][]> scratch;

    /** Room for the frequencies of a model that closed aggregates have given back, for the same reason. */
    private final Queue<double[]> room = new ConcurrentLinkedQueue<>();

    StyleDelta(SparseCounts counts) {
        this.counts = counts;
        this.usage = IntStream.range(0, counts.members())
                .parallel()
                .mapToObj(counts::usage)
                .toList();
        this.scratch = ThreadLocal.withInitial(() -> new double[2][counts.features()]);
    }

    @Override
    public Aggregate aggregate(Weights weights) {
        return new Scored(weights);
    }

    /** How often a model uses each feature under the weights, as a share of all that it uses. */
    private double[] frequency(int member, Weights weights) {
        Usage used = usage.get(member);
        double[] sum = room.poll();
        if (sum == null) {
            sum = new double[counts.features()];
        } else {
            Arrays.fill(sum, 0);
        }
        double total = counts.total(member, weights);
        for (int k = 0; k < used.size(); k++) {
            sum[used.feature(k)] = used.weighted(k, weights) / total;
        }
        return sum;
    }

    private final class Scored implements Aggregate {
        private final Weights weights;
        private final boolean[] enough;

        /** Of models that weigh nothing, as many do in a bootstrap draw, only when one of them is scored. */
        private final AtomicReferenceArray<double[]> frequencies;

        private final double[] weight;
        private final double[] sum;
        private final double[] squares;
        private double total;

        Scored(Weights weights) {
            int members = counts.members();
            this.weights = weights;
            this.enough = new boolean[members];
            this.frequencies = new AtomicReferenceArray<>(members);
            this.weight = new double[members];
            this.sum = new double[counts.features()];
            this.squares = new double[counts.features()];
            IntStream.range(0, members).parallel().forEach(m -> {
                enough[m] = counts.total(m, weights) >= LEAST_OCCURRENCES;
                weight[m] = enough[m] ? weights.member(m) : 0;
                if (weight[m] > 0) {
                    frequency(m);
                }
            });
            for (int m = 0; m < members; m++) {
                if (weight[m] > 0) {
                    add(weight[m], frequency(m));
                }
            }
        }

        private void add(double times, double[] frequency) {
            total += times;
            for (int f = 0; f < sum.length; f++) {
                double x = frequency[f];
                sum[f] += times * x;
                squares[f] += times * x * x;
            }
        }

        @Override
        public void close() {
            for (int m = 0; m < frequencies.length(); m++) {
                double[] made = frequencies.getAndSet(m, null);
                if (made != null) {
                    room.add(made);
                }
            }
        }

        private double[] frequency(int member) {
            double[] known = frequencies.get(member);
            if (known == null) {
                known = StyleDelta.this.frequency(member, weights);
                frequencies.set(member, known);
            }
            return known;
        }

        @Override
        public OptionalDouble score(int i, int j, Reference reference) {
            if (!enough[i] || !enough[j]) {
                return OptionalDouble.empty();
            }
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
            double[] means = scratch.get()[0];
            double[] variances = scratch.get()[1];
            System.arraycopy(sum, 0, means, 0, means.length);
            System.arraycopy(squares, 0, variances, 0, variances.length);
            int k = 0;
            for (; k + 1 < count; k += 2) {
                takeOff(means, variances, excluded[k], excluded[k + 1]);
            }
            if (k < count) {
                takeOff(means, variances, excluded[k]);
            }
            moments(means, variances, rest);
            return cosine(frequency(i), frequency(j), means, variances, rest);
        }

        // The loops below have no branch and start at 0, so that the compiled code takes several features at a time.
        // Two models at once read and write the sums half as often.

        private void takeOff(double[] sums, double[] sumsOfSquares, int x, int y) {
            double[] first = frequency(x);
            double[] second = frequency(y);
            double u = weight[x];
            double v = weight[y];
            for (int f = 0; f < sums.length; f++) {
                sums[f] = sums[f] - u * first[f] - v * second[f];
                sumsOfSquares[f] = sumsOfSquares[f] - u * first[f] * first[f] - v * second[f] * second[f];
            }
        }

        private void takeOff(double[] sums, double[] sumsOfSquares, int x) {
            double[] only = frequency(x);
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
