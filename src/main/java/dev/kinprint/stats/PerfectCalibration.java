package dev.kinprint.stats;

import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * How large the calibration loss Cllr − Cllr_min comes out for likelihood ratios that are calibrated perfectly, with so
 * few observations that Cllr_min fits noise.
 *
 * <p>The model is the only normal one in which log likelihood ratios are their own: natural log ratios with mean σ²/2
 * under one hypothesis, −σ²/2 under the other, and variance σ² under both (van Leeuwen and Brümmer 2013). Its area under
 * the ROC curve is Φ(σ/√2), by which σ is chosen.
 */
public final class PerfectCalibration {
    private static final double MOST_SPREAD = 8;

    private PerfectCalibration() {}

    /**
     * The simulated loss.
     *
     * @param auroc the area under the ROC curve, 0 to 1; one half or less is taken as no discrimination
     * @param positives how many independent positives, at least 1
     * @param negatives how many independent negatives, at least 1
     * @param draws how many worlds, at least 1
     * @return the median with the 5th and the 95th percentile
     */
    public static Interval loss(double auroc, int positives, int negatives, int draws, long seed) {
        if (positives < 1 || negatives < 1 || draws < 1) {
            throw new IllegalArgumentException(
                    "positives, negatives, draws: " + positives + ", " + negatives + ", " + draws);
        }
        double spread = spread(auroc);
        double[] losses = new double[draws];
        boolean[] positive = new boolean[positives + negatives];
        Arrays.fill(positive, 0, positives, true);
        double[] weight = new double[positive.length];
        Arrays.fill(weight, 1);
        Arrays.parallelSetAll(losses, b -> {
            Draws random = new Draws(seed, b);
            double[] scores = new double[positive.length];
            for (int k = 0; k < scores.length; k++) {
                scores[k] = (positive[k] ? 1 : -1) * spread * spread / 2 + spread * random.normal();
            }
            Discrimination world = new Discrimination(scores, positive, weight);
            return Math.max(0, world.cllr() - world.cllrMin());
        });
        Arrays.sort(losses);
        return new Interval(
                Interval.quantile(losses, 0.5), Interval.quantile(losses, 0.05), Interval.quantile(losses, 0.95));
    }

    /** The spread σ whose Φ(σ/√2) is the area, by bisection; beyond {@value #MOST_SPREAD} nothing changes. */
    private static double spread(double auroc) {
        double low = 0;
        double high = MOST_SPREAD;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            // Φ(x) is 1 − erfc(x/√2)/2.
            double area = 1 - Erf.erfc(middle / 2) / 2;
            if (area < auroc) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
