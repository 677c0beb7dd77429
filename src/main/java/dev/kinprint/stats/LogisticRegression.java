package dev.kinprint.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Weighted logistic regression with a ridge penalty on the slopes and none on the intercept, and slopes of at least 0.
 *
 * <p>It minimises {@code Σ w·ln(1 + exp(−y·(a + b·x))) + λ/2·|b|²} with y = ±1 and b ≥ 0, by Newton's method (iteratively
 * reweighted least squares; Hastie, Tibshirani and Friedman 2009, section 4.4). Slopes are not negative, because a
 * similarity must not count against what it is evidence of: a slope that comes out negative is held at 0 and the rest
 * fitted anew, and a held slope is freed again where the loss would fall with it (Lawson and Hanson 1974, chapter 23).
 */
public final class LogisticRegression {
    private static final int ITERATIONS = 100;
    private static final double TOLERANCE = 1e-10;
    private static final double FALL = 1e-6;

    private final double intercept;
    private final double[] slopes;

    private LogisticRegression(double intercept, double[] slopes) {
        this.intercept = intercept;
        this.slopes = slopes;
    }

    /**
     * Fits a model.
     *
     * @param x one row of finite features for each observation
     * @param positive which observations are positive
     * @param weight how much each counts, at least 0; at least one of each kind must count
     * @param ridge the penalty λ, above 0
     */
    public static LogisticRegression fit(double[][] x, boolean[] positive, double[] weight, double ridge) {
        check(x, positive, weight, ridge);
        int features = x[0].length;
        boolean[] free = new boolean[features];
        Arrays.fill(free, true);
        LogisticRegression model = newton(x, positive, weight, ridge, free);
        for (int worst = model.lowest(); worst >= 0; worst = model.lowest()) {
            free[worst] = false;
            model = newton(x, positive, weight, ridge, free);
        }
        // Each turn lowers the loss, so no set of free slopes comes up twice; the limit is for rounding.
        for (int turn = 0; turn < 4 * features; turn++) {
            int wanted = model.wanted(x, positive, weight, free);
            if (wanted < 0) {
                break;
            }
            free[wanted] = true;
            model = model.towards(newton(x, positive, weight, ridge, free), x, positive, weight, ridge, free);
        }
        return model;
    }

    /** The place of the most negative slope, or -1. */
    private int lowest() {
        int worst = -1;
        for (int f = 0; f < slopes.length; f++) {
            if (slopes[f] < 0 && (worst < 0 || slopes[f] < slopes[worst])) {
                worst = f;
            }
        }
        return worst;
    }

    /** The held slope along which the loss falls most, or -1. */
    private int wanted(double[][] x, boolean[] positive, double[] weight, boolean[] free) {
        double[] fall = new double[slopes.length];
        for (int i = 0; i < x.length; i++) {
            double residual = weight[i] * (1 / (1 + StrictMath.exp(-logOdds(x[i]))) - (positive[i] ? 1 : 0));
            for (int f = 0; f < fall.length; f++) {
                fall[f] -= residual * x[i][f];
            }
        }
        int best = -1;
        for (int f = 0; f < fall.length; f++) {
            if (!free[f] && fall[f] > FALL && (best < 0 || fall[f] > fall[best])) {
                best = f;
            }
        }
        return best;
    }

    /** Walks to the least loss of the free slopes; a slope that reaches 0 on the way is held there. */
    private LogisticRegression towards(
            LogisticRegression target,
            double[][] x,
            boolean[] positive,
            double[] weight,
            double ridge,
            boolean[] free) {
        LogisticRegression here = this;
        LogisticRegression there = target;
        while (there.lowest() >= 0) {
            int first = there.lowest();
            double part = 1;
            for (int f = 0; f < free.length; f++) {
                if (there.slopes[f] < 0) {
                    double reach = here.slopes[f] / (here.slopes[f] - there.slopes[f]);
                    first = reach < part ? f : first;
                    part = Math.min(part, reach);
                }
            }
            double[] met = new double[free.length];
            for (int f = 0; f < free.length; f++) {
                met[f] = Math.max(0, here.slopes[f] + part * (there.slopes[f] - here.slopes[f]));
            }
            met[first] = 0;
            free[first] = false;
            here = new LogisticRegression(here.intercept + part * (there.intercept - here.intercept), met);
            there = newton(x, positive, weight, ridge, free);
        }
        return there;
    }

    private static void check(double[][] x, boolean[] positive, double[] weight, double ridge) {
        double[] sums = new double[2];
        for (int i = 0; i < x.length; i++) {
            if (!(weight[i] >= 0)) {
                throw new IllegalArgumentException("weight: " + weight[i] + " is under 0");
            }
            sums[positive[i] ? 1 : 0] += weight[i];
            for (double feature : x[i]) {
                if (!Double.isFinite(feature)) {
                    throw new IllegalArgumentException("x: not finite: " + feature);
                }
            }
        }
        if (!(sums[0] > 0) || !(sums[1] > 0)) {
            throw new IllegalArgumentException("weight: both kinds of observations must count");
        }
        if (!(ridge > 0)) {
            throw new IllegalArgumentException("ridge: " + ridge + " is not above 0");
        }
    }

    private static LogisticRegression newton(
            double[][] x, boolean[] positive, double[] weight, double ridge, boolean[] free) {
        int[] used = IntStream.range(0, free.length).filter(f -> free[f]).toArray();
        double[] beta = new double[used.length + 1];
        double loss = loss(x, positive, weight, ridge, used, beta);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] step = step(x, positive, weight, ridge, used, beta);
            double size = 1;
            double[] next = beta;
            double better = loss;
            // Halving keeps Newton's step from overshooting where the classes are nearly apart.
            for (int halving = 0; halving < 40; halving++) {
                double[] trial = beta.clone();
                for (int k = 0; k < trial.length; k++) {
                    trial[k] -= size * step[k];
                }
                double trialLoss = loss(x, positive, weight, ridge, used, trial);
                if (trialLoss <= loss) {
                    next = trial;
                    better = trialLoss;
                    break;
                }
                size /= 2;
            }
            double gain = loss - better;
            beta = next;
            loss = better;
            if (gain < TOLERANCE * (1 + loss)) {
                break;
            }
        }
        double[] slopes = new double[free.length];
        for (int k = 0; k < used.length; k++) {
            slopes[used[k]] = beta[k + 1];
        }
        return new LogisticRegression(beta[0], slopes);
    }

    private static double[] step(
            double[][] x, boolean[] positive, double[] weight, double ridge, int[] used, double[] beta) {
        int size = beta.length;
        RealMatrix hessian = new Array2DRowRealMatrix(size, size);
        double[] gradient = new double[size];
        double[] row = new double[size];
        double[][] h = new double[size][size];
        for (int i = 0; i < x.length; i++) {
            if (weight[i] == 0) {
                continue;
            }
            row[0] = 1;
            double score = beta[0];
            for (int k = 0; k < used.length; k++) {
                row[k + 1] = x[i][used[k]];
                score += beta[k + 1] * row[k + 1];
            }
            double p = 1 / (1 + StrictMath.exp(-score));
            double residual = weight[i] * (p - (positive[i] ? 1 : 0));
            double curvature = Math.max(weight[i] * p * (1 - p), weight[i] * 1e-12);
            for (int a = 0; a < size; a++) {
                gradient[a] += residual * row[a];
                for (int b = 0; b <= a; b++) {
                    h[a][b] += curvature * row[a] * row[b];
                }
            }
        }
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double value = h[a][b] + (a == b ? (a > 0 ? ridge : 1e-12) : 0);
                hessian.setEntry(a, b, value);
                hessian.setEntry(b, a, value);
            }
            if (a > 0) {
                gradient[a] += ridge * beta[a];
            }
        }
        return new CholeskyDecomposition(hessian, 1e-9, 1e-300)
                .getSolver()
                .solve(new ArrayRealVector(gradient, false))
                .toArray();
    }

    private static double loss(
            double[][] x, boolean[] positive, double[] weight, double ridge, int[] used, double[] beta) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double score = beta[0];
            for (int k = 0; k < used.length; k++) {
                score += beta[k + 1] * x[i][used[k]];
            }
            sum += weight[i] * softplus(positive[i] ? -score : score);
        }
        for (int k = 1; k < beta.length; k++) {
            sum += ridge / 2 * beta[k] * beta[k];
        }
        return sum;
    }

    private static double softplus(double z) {
        return z > 0 ? z + StrictMath.log1p(StrictMath.exp(-z)) : StrictMath.log1p(StrictMath.exp(z));
    }

    /** The natural logarithm of the odds of being positive, at the odds of the weights that were fitted. */
    public double logOdds(double... features) {
        double score = intercept;
        for (int f = 0; f < slopes.length; f++) {
            score += slopes[f] * features[f];
        }
        return score;
    }

    /** The intercept, in natural logarithms. */
    public double intercept() {
        return intercept;
    }

    /** The slope of a feature, at least 0. */
    public double slope(int feature) {
        return slopes[feature];
    }
}
