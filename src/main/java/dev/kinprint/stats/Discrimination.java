package dev.kinprint.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well scores tell positives from negatives, with a weight for every score, so that clusters can count equally and
 * be resampled.
 */
public final class Discrimination {
    private final int[] order;
    private final double[] scores;
    private final boolean[] positive;
    private final double[] weight;
    private final double positives;
    private final double negatives;

    /**
     * Labelled scores.
     *
     * @param scores finite numbers, higher for positives
     * @param positive which are positive
     * @param weight at least 0 each; both kinds must have some
     */
    public Discrimination(double[] scores, boolean[] positive, double[] weight) {
        this(ascending(scores), scores, positive, weight);
    }

    private Discrimination(int[] order, double[] scores, boolean[] positive, double[] weight) {
        this.order = order;
        this.scores = new double[order.length];
        this.positive = new boolean[order.length];
        this.weight = new double[order.length];
        double[] sums = new double[2];
        for (int k = 0; k < order.length; k++) {
            this.scores[k] = scores[order[k]];
            this.positive[k] = positive[order[k]];
            this.weight[k] = weight[order[k]];
            if (!(this.weight[k] >= 0)) {
                throw new IllegalArgumentException("weight: " + this.weight[k] + " is under 0");
            }
            sums[this.positive[k] ? 1 : 0] += this.weight[k];
        }
        this.positives = sums[1];
        this.negatives = sums[0];
        if (!(positives > 0) || !(negatives > 0)) {
            throw new IllegalArgumentException("weight: both kinds of scores must count");
        }
    }

    private static int[] ascending(double[] scores) {
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("scores: not finite: " + score);
            }
        }
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The same scores with other weights, in the order in which the scores were first given. */
    public Discrimination reweighted(double[] other) {
        double[] back = new double[order.length];
        boolean[] labels = new boolean[order.length];
        for (int k = 0; k < order.length; k++) {
            back[order[k]] = scores[k];
            labels[order[k]] = positive[k];
        }
        return new Discrimination(order, back, labels, other);
    }

    /** The area under the ROC curve: the probability that a positive outscores a negative, ties counting one half. */
    public double auroc() {
        double area = 0;
        double below = 0;
        for (int start = 0; start < scores.length; ) {
            int end = tied(start);
            double pos = 0;
            double neg = 0;
            for (int k = start; k < end; k++) {
                if (positive[k]) {
                    pos += weight[k];
                } else {
                    neg += weight[k];
                }
            }
            area += pos * (below + neg / 2);
            below += neg;
            start = end;
        }
        return share(area / (positives * negatives));
    }

    /** The share of positives above the lowest threshold at which at most the given share of negatives is above. */
    public double truePositiveRate(double falsePositiveRate) {
        double pos = 0;
        double neg = 0;
        double reached = 0;
        for (int end = scores.length; end > 0; ) {
            int start = end - 1;
            while (start > 0 && scores[start - 1] == scores[end - 1]) {
                start--;
            }
            for (int k = start; k < end; k++) {
                if (positive[k]) {
                    pos += weight[k];
                } else {
                    neg += weight[k];
                }
            }
            if (neg > falsePositiveRate * negatives * (1 + 1e-12)) {
                break;
            }
            reached = share(pos / positives);
            end = start;
        }
        return reached;
    }

    /** The rate at which misses and false alarms are equal, by linear interpolation of the ROC curve. */
    public double equalErrorRate() {
        double missed = 0;
        double alarms = 1;
        for (int start = 0; start < scores.length; ) {
            int end = tied(start);
            double nextMissed = missed;
            double nextAlarms = alarms;
            for (int k = start; k < end; k++) {
                if (positive[k]) {
                    nextMissed += weight[k] / positives;
                } else {
                    nextAlarms -= weight[k] / negatives;
                }
            }
            if (nextMissed >= nextAlarms) {
                double gap = alarms - missed;
                double nextGap = nextAlarms - nextMissed;
                double part = gap == nextGap ? 0 : gap / (gap - nextGap);
                return share(missed + part * (nextMissed - missed));
            }
            missed = nextMissed;
            alarms = nextAlarms;
            start = end;
        }
        return share(missed);
    }

    private int tied(int start) {
        int end = start;
        while (end < scores.length && scores[end] == scores[start]) {
            end++;
        }
        return end;
    }

    /**
     * The cost of log likelihood ratios in bits, Cllr (Brümmer and du Preez 2006), taking the scores as natural
     * logarithms of likelihood ratios: 0 is perfect, 1 is what a likelihood ratio of one always costs.
     */
    public double cllr() {
        double pos = 0;
        double neg = 0;
        for (int k = 0; k < scores.length; k++) {
            if (positive[k]) {
                pos += weight[k] * bits(-scores[k]);
            } else {
                neg += weight[k] * bits(scores[k]);
            }
        }
        return (pos / positives + neg / negatives) / 2;
    }

    /** The least Cllr that any order-preserving calibration of the scores could have, by isotonic regression. */
    public double cllrMin() {
        double[] posterior = isotonic();
        double pos = 0;
        double neg = 0;
        for (int k = 0; k < scores.length; k++) {
            if (weight[k] == 0) {
                continue;
            }
            if (positive[k]) {
                pos += weight[k] * -StrictMath.log(posterior[k]) / StrictMath.log(2);
            } else {
                neg += weight[k] * -StrictMath.log(1 - posterior[k]) / StrictMath.log(2);
            }
        }
        return (pos / positives + neg / negatives) / 2;
    }

    /** Posterior probabilities at even odds, non-decreasing in the score: pool adjacent violators. */
    private double[] isotonic() {
        double[] blockPos = new double[scores.length];
        double[] blockAll = new double[scores.length];
        int[] blockEnd = new int[scores.length];
        int blocks = 0;
        for (int start = 0; start < scores.length; ) {
            int end = tied(start);
            double pos = 0;
            double all = 0;
            for (int k = start; k < end; k++) {
                double share = weight[k] / (positive[k] ? positives : negatives);
                all += share;
                pos += positive[k] ? share : 0;
            }
            start = end;
            if (all == 0) {
                if (blocks > 0) {
                    blockEnd[blocks - 1] = end;
                    continue;
                }
            }
            blockPos[blocks] = pos;
            blockAll[blocks] = all;
            blockEnd[blocks++] = end;
            while (blocks > 1
                    && blockPos[blocks - 2] * blockAll[blocks - 1] >= blockPos[blocks - 1] * blockAll[blocks - 2]) {
                blockPos[blocks - 2] += blockPos[blocks - 1];
                blockAll[blocks - 2] += blockAll[blocks - 1];
                blockEnd[blocks - 2] = blockEnd[blocks - 1];
                blocks--;
            }
        }
        double[] posterior = new double[scores.length];
        int from = 0;
        for (int b = 0; b < blocks; b++) {
            double p = blockAll[b] == 0 ? 0.5 : blockPos[b] / blockAll[b];
            Arrays.fill(posterior, from, blockEnd[b], p);
            from = blockEnd[b];
        }
        return posterior;
    }

    /** Rounding may carry a share a little beyond its range. */
    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private static double bits(double z) {
        double natural = z > 0 ? z + StrictMath.log1p(StrictMath.exp(-z)) : StrictMath.log1p(StrictMath.exp(z));
        return natural / StrictMath.log(2);
    }
}
