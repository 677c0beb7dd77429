package dev.kinprint.stats;

import java.util.List;

/**
 * The maximum mean discrepancy between two samples with its permutation test (Gretton et al. 2012), summed over strata:
 * do two sources answer the same questions from the same distribution?
 *
 * @param statistic the sum over strata of the unbiased estimate of MMD²; about 0 where the distributions are the same
 * @param pValue the share of permutations, the observed one included, with a statistic at least as great
 * @param permutations how often the labels were permuted, each time within every stratum
 * @param strata how many strata took part
 */
public record MeanDiscrepancy(double statistic, double pValue, int permutations, int strata) {
    /** Rounding must not tell apart permutations that are the same partition. */
    private static final double TIE = 1e-12;

    /**
     * One stratum: two samples and how alike any two of their members are.
     *
     * @param kernel a positive definite kernel of all members, row by row: the first sample's members, then the second's
     * @param first the size of the first sample, at least 2
     * @param second the size of the second, at least 2
     */
    public record Stratum(List<Double> kernel, int first, int second) {
        /** Checks that the sizes fit. */
        public Stratum {
            kernel = List.copyOf(kernel);
            int all = first + second;
            if (first < 2 || second < 2 || kernel.size() != all * all) {
                throw new IllegalArgumentException(
                        "kernel: " + kernel.size() + " values for samples of " + first + " and " + second);
            }
        }
    }

    /**
     * Tests.
     *
     * @param strata at least one
     * @param permutations at least 1; the least p-value is one over this number plus one
     */
    public static MeanDiscrepancy test(List<Stratum> strata, int permutations, long seed) {
        if (strata.isEmpty() || permutations < 1) {
            throw new IllegalArgumentException(
                    "strata, permutations: " + strata.size() + ", " + permutations + ": both must be at least 1");
        }
        double[][] kernels = strata.stream()
                .map(stratum -> stratum.kernel().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toArray(double[][]::new);
        double observed = 0;
        for (int s = 0; s < kernels.length; s++) {
            observed += estimate(kernels[s], strata.get(s), identity(strata.get(s)));
        }
        Draws draws = new Draws(seed, 0);
        int reached = 1;
        for (int b = 0; b < permutations; b++) {
            double permuted = 0;
            for (int s = 0; s < kernels.length; s++) {
                Stratum stratum = strata.get(s);
                permuted += estimate(kernels[s], stratum, draws.permutation(stratum.first() + stratum.second()));
            }
            reached += permuted >= observed - TIE ? 1 : 0;
        }
        return new MeanDiscrepancy(observed, reached / (permutations + 1.0), permutations, strata.size());
    }

    private static int[] identity(Stratum stratum) {
        return java.util.stream.IntStream.range(0, stratum.first() + stratum.second())
                .toArray();
    }

    private static double estimate(double[] kernel, Stratum stratum, int[] order) {
        int all = order.length;
        int n = stratum.first();
        int m = stratum.second();
        double within = 0;
        double other = 0;
        double between = 0;
        for (int a = 0; a < all; a++) {
            for (int b = 0; b < a; b++) {
                double k = kernel[order[a] * all + order[b]];
                if (a < n) {
                    within += k;
                } else if (b >= n) {
                    other += k;
                } else {
                    between += k;
                }
            }
        }
        return 2 * within / ((double) n * (n - 1))
                + 2 * other / ((double) m * (m - 1))
                - 2 * between / ((double) n * m);
    }
}
