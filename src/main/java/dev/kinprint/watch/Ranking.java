package dev.kinprint.watch;

import java.util.function.IntPredicate;

/**
 * Which line an answer resembles most: each model's likeness in standard deviations of what strangers have with that
 * model, each line's the greatest of its models, and the score of a line one over its rank.
 */
final class Ranking {
    private static final int LEAST_STRANGERS = 3;

    private final Resemblances resemblances;
    private final Lines lines;
    private final int members;
    private final double[][] table;
    private final double[] sum;
    private final double[] squares;
    private final int[] count;

    Ranking(Resemblances resemblances, Lines lines, int members) {
        this.resemblances = resemblances;
        this.lines = lines;
        this.members = members;
        this.table = new double[members][members];
        for (int i = 0; i < members; i++) {
            for (int j = 0; j <= i; j++) {
                table[i][j] = resemblances.between(i, j);
                table[j][i] = table[i][j];
            }
        }
        this.sum = new double[members];
        this.squares = new double[members];
        this.count = new int[members];
        for (int c = 0; c < members; c++) {
            for (int r = 0; r < members; r++) {
                if (resemblances.has(r) && !lines.close(r, c)) {
                    sum[c] += table[r][c];
                    squares[c] += table[r][c] * table[r][c];
                    count[c]++;
                }
            }
        }
    }

    /** The scores of all lines for an answer of a model that is not in the library. */
    double[] scores(Sketch answer) {
        return scores(resemblances.to(answer), -1, member -> true);
    }

    /** The scores that a model of the library would get as a stranger: without itself, its kin and its line. */
    double[] decoy(int model) {
        return scores(table[model], model, member -> !lines.close(model, member));
    }

    boolean answered(int model) {
        return resemblances.has(model);
    }

    private double[] scores(double[] likeness, int self, IntPredicate pool) {
        double[] best = new double[lines.count()];
        java.util.Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int c = 0; c < members; c++) {
            if (resemblances.has(c) && pool.test(c)) {
                best[lines.of(c)] = Math.max(best[lines.of(c)], standard(likeness[c], c, self));
            }
        }
        double[] scores = new double[best.length];
        for (int line = 0; line < best.length; line++) {
            int rank = 1;
            for (double other : best) {
                rank += other > best[line] ? 1 : 0;
            }
            scores[line] = best[line] == Double.NEGATIVE_INFINITY ? 0 : 1.0 / rank;
        }
        return scores;
    }

    private double standard(double likeness, int candidate, int self) {
        boolean counted = self >= 0 && resemblances.has(self) && !lines.close(self, candidate);
        double own = counted ? table[self][candidate] : 0;
        int strangers = count[candidate] - (counted ? 1 : 0);
        if (strangers < LEAST_STRANGERS) {
            return Double.NEGATIVE_INFINITY;
        }
        double mean = (sum[candidate] - own) / strangers;
        double deviation = Math.sqrt(Math.max(0, (squares[candidate] - own * own) / strangers - mean * mean));
        return deviation < 1e-9 ? Double.NEGATIVE_INFINITY : (likeness - mean) / deviation;
    }
}
