package dev.kinprint.channel;

import dev.kinprint.stats.LogOdds;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Cosine of what two models use more than the reference set: for each feature the log-odds ratio with an informative
 * Dirichlet prior ({@link LogOdds}) in standard deviations, and 0 where it is below 0. The prior is the reference set's
 * own distribution, worth {@value #PRIOR} features.
 */
final class Overuse implements Profile {
    private static final double PRIOR = 500;
    private static final double LEAST_ANSWERS = 5;

    private final SparseCounts counts;

    Overuse(SparseCounts counts) {
        this.counts = counts;
    }

    @Override
    public Aggregate aggregate(Weights weights) {
        int members = counts.members();
        // Questions drawn thrice are no more data than drawn once: counts are scaled to one draw of each.
        double scale = IntStream.range(0, weights.questions())
                .mapToDouble(weights::question)
                .filter(w -> w > 0)
                .average()
                .orElse(1);
        double[][] used = new double[members][];
        double[] totals = new double[members];
        boolean[] enough = new boolean[members];
        IntStream.range(0, members).parallel().forEach(m -> {
            used[m] = counts.weighted(m, weights);
            for (int f = 0; f < used[m].length; f++) {
                used[m][f] /= scale;
            }
            totals[m] = counts.total(m, weights) / scale;
            enough[m] = counts.answered(m, weights) >= LEAST_ANSWERS * scale * (1 - 1e-9);
        });
        return new Scored(used, totals, enough, weights);
    }

    private static final class Scored implements Aggregate {
        private final double[][] used;
        private final double[] totals;
        private final boolean[] enough;
        private final double[] weight;
        private final double[] sum;
        private double total;

        Scored(double[][] used, double[] totals, boolean[] enough, Weights weights) {
            this.used = used;
            this.totals = totals;
            this.enough = enough;
            this.weight = new double[used.length];
            this.sum = new double[used.length == 0 ? 0 : used[0].length];
            for (int m = 0; m < used.length; m++) {
                weight[m] = enough[m] ? weights.member(m) : 0;
                total += weight[m] * totals[m];
                for (int f = 0; f < sum.length; f++) {
                    sum[f] += weight[m] * used[m][f];
                }
            }
        }

        @Override
        public OptionalDouble score(int i, int j, Reference reference) {
            if (!enough[i] || !enough[j] || reference.size() < 3) {
                return OptionalDouble.empty();
            }
            double[] background = sum.clone();
            double rest = total;
            for (int k = 0; k < reference.excludedCount(); k++) {
                int x = reference.excluded(k);
                rest -= weight[x] * totals[x];
                for (int f = 0; f < background.length; f++) {
                    background[f] -= weight[x] * used[x][f];
                }
            }
            if (rest <= 1e-9 * total) {
                return OptionalDouble.empty();
            }
            double[] left = overused(i, background, rest);
            double[] right = overused(j, background, rest);
            double lengths = dot(left, left) * dot(right, right);
            return lengths <= 0 ? OptionalDouble.empty() : OptionalDouble.of(dot(left, right) / Math.sqrt(lengths));
        }

        private double[] overused(int member, double[] background, double rest) {
            double[] z = new double[background.length];
            for (int f = 0; f < z.length; f++) {
                double there = Math.max(0, background[f]);
                if (used[member][f] * rest > there * totals[member]) {
                    double prior = PRIOR * (there + 0.5) / (rest + 0.5 * z.length);
                    z[f] = Math.max(
                            0,
                            LogOdds.of(used[member][f], totals[member], there, rest, prior, PRIOR)
                                    .z());
                }
            }
            return z;
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int f = 0; f < a.length; f++) {
                sum += a[f] * b[f];
            }
            return sum;
        }
    }
}
