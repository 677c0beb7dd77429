package dev.kinprint.channel;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A channel that compares answers to the same question: for each question a symmetric matrix of similarities between
 * models, kept as packed upper triangles.
 *
 * <p>The score of a pair is its similarity after double-centring on the reference set R, which holds neither the pair
 * nor its kin, summed over questions:
 *
 * <pre>c(i,j) = G(i,j) − mean_r G(i,r) − mean_r G(j,r) + mean_{r≠r'} G(r,r')</pre>
 *
 * and, where the matrix is a Gram matrix, divided by {@code √(c(i,i)·c(j,j))}, which makes it a correlation of what the
 * two models say beyond what every model says. Means weight the background models.
 *
 * <p>A model that did not answer a question takes no part in it: similarities are averaged over the questions that both
 * models answered, after the mean similarity of each question was taken off, so that a model that skipped easy questions
 * is not made unlike the others by that.
 */
final class PromptMatched implements Profile {
    private static final int LEAST_QUESTIONS = 5;
    private static final int LEAST_REFERENCES = 3;

    private final int members;
    private final boolean gram;
    private final float[][] similarities;
    private final boolean[][] present;

    /**
     * A profile from similarities.
     *
     * @param members how many models there are
     * @param gram whether the matrices are Gram matrices
     * @param similarities for each question the packed upper triangle, diagonal included, or an empty array where the
     *     question was not compared
     * @param present for each question, which models answered it
     */
    PromptMatched(int members, boolean gram, float[][] similarities, boolean[][] present) {
        this.members = members;
        this.gram = gram;
        this.similarities = similarities;
        this.present = present;
        for (int q = 0; q < similarities.length; q++) {
            if (similarities[q].length > 0) {
                takeOffMean(similarities[q], present[q]);
            }
        }
    }

    /** The place of a pair in a packed upper triangle. */
    static int at(int members, int i, int j) {
        int low = Math.min(i, j);
        int high = Math.max(i, j);
        return low * members - low * (low - 1) / 2 + (high - low);
    }

    static int packed(int members) {
        return members * (members + 1) / 2;
    }

    private void takeOffMean(float[] matrix, boolean[] answered) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < members; i++) {
            for (int j = i + 1; j < members; j++) {
                if (answered[i] && answered[j]) {
                    sum += matrix[at(members, i, j)];
                    count++;
                }
            }
        }
        float mean = count == 0 ? 0 : (float) (sum / count);
        for (int i = 0; i < members; i++) {
            for (int j = i; j < members; j++) {
                int at = at(members, i, j);
                matrix[at] = answered[i] && answered[j] ? matrix[at] - mean : 0;
            }
        }
    }

    @Override
    public OptionalDouble single(int question, int i, int j) {
        return similarities[question].length > 0 && present[question][i] && present[question][j]
                ? OptionalDouble.of(similarities[question][at(members, i, j)])
                : OptionalDouble.empty();
    }

    @Override
    public Aggregate aggregate(Weights weights) {
        double[] sum = new double[packed(members)];
        double[] missing = new double[packed(members)];
        double total = 0;
        double questions = 0;
        for (int q = 0; q < similarities.length; q++) {
            double weight = weights.question(q);
            if (weight == 0 || similarities[q].length == 0) {
                continue;
            }
            total += weight;
            questions++;
            float[] matrix = similarities[q];
            for (int k = 0; k < matrix.length; k++) {
                sum[k] += weight * matrix[k];
            }
            countMissing(missing, present[q], weight);
        }
        for (int k = 0; k < sum.length; k++) {
            double answered = total - missing[k];
            sum[k] = answered > total * 1e-9 ? sum[k] / answered : 0;
        }
        double perQuestion = questions == 0 ? 1 : total / questions;
        return new Centred(sum, missing, total, perQuestion, weights);
    }

    private void countMissing(double[] missing, boolean[] answered, double weight) {
        for (int a = 0; a < members; a++) {
            if (!answered[a]) {
                for (int j = 0; j < members; j++) {
                    if (j >= a || answered[j]) {
                        missing[at(members, a, j)] += weight;
                    }
                }
            }
        }
    }

    /** Mean similarities under fixed weights, with the sums from which any background's means follow. */
    private final class Centred implements Aggregate {
        private final double[] mean;
        private final double[] missing;
        private final double total;
        private final double perQuestion;
        private final double[] weight = new double[members];
        private final double[] row = new double[members];
        private double weightSum;
        private double squareSum;
        private double all;

        Centred(double[] mean, double[] missing, double total, double perQuestion, Weights weights) {
            this.mean = mean;
            this.missing = missing;
            this.total = total;
            this.perQuestion = perQuestion;
            Arrays.setAll(weight, weights::member);
            for (int i = 0; i < members; i++) {
                weightSum += weight[i];
                squareSum += weight[i] * weight[i];
                for (int r = 0; r < members; r++) {
                    if (r != i) {
                        row[i] += weight[r] * mean[at(members, i, r)];
                    }
                }
                all += weight[i] * row[i];
            }
        }

        @Override
        public OptionalDouble score(int i, int j, Reference reference) {
            double answered = total - missing[at(members, i, j)];
            if (reference.size() < LEAST_REFERENCES || answered < LEAST_QUESTIONS * perQuestion * (1 - 1e-9)) {
                return OptionalDouble.empty();
            }
            double restWeight = weightSum;
            double restSquare = squareSum;
            double between = all;
            for (int k = 0; k < reference.excludedCount(); k++) {
                int x = reference.excluded(k);
                restWeight -= weight[x];
                restSquare -= weight[x] * weight[x];
                between -= 2 * weight[x] * row[x];
                for (int l = 0; l < reference.excludedCount(); l++) {
                    if (l != k) {
                        int y = reference.excluded(l);
                        between += weight[x] * weight[y] * mean[at(members, x, y)];
                    }
                }
            }
            double pairs = restWeight * restWeight - restSquare;
            if (pairs <= 1e-9 * weightSum * weightSum) {
                return OptionalDouble.empty();
            }
            double background = between / pairs;
            double rowI = rowMean(i, reference, restWeight);
            double rowJ = rowMean(j, reference, restWeight);
            // The sum of both first, or (i, j) and (j, i) would differ in the last digit.
            double centred = mean[at(members, i, j)] - (rowI + rowJ) + background;
            if (!gram) {
                return OptionalDouble.of(centred);
            }
            double selfI = mean[at(members, i, i)] - 2 * rowI + background;
            double selfJ = mean[at(members, j, j)] - 2 * rowJ + background;
            if (selfI <= 0 || selfJ <= 0) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(centred / Math.sqrt(selfI * selfJ));
        }

        private double rowMean(int i, Reference reference, double restWeight) {
            double sum = row[i];
            for (int k = 0; k < reference.excludedCount(); k++) {
                int x = reference.excluded(k);
                if (x != i) {
                    sum -= weight[x] * mean[at(members, i, x)];
                }
            }
            return sum / restWeight;
        }
    }
}
