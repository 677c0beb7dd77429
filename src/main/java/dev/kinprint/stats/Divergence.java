package dev.kinprint.stats;

/** How far apart two distributions are. */
public final class Divergence {
    private Divergence() {}

    /**
     * The Jensen–Shannon divergence to base 2 (Lin 1991): 0 for the same distribution, 1 for two without a common
     * outcome. Several distributions laid end to end give the sum of their divergences.
     *
     * @param p shares of outcomes, at least 0
     * @param q as many shares
     */
    public static double jensenShannon(double[] p, double[] q) {
        if (p.length != q.length) {
            throw new IllegalArgumentException("p, q: " + p.length + " and " + q.length + " outcomes");
        }
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            double middle = (p[k] + q[k]) / 2;
            sum += term(p[k], middle) + term(q[k], middle);
        }
        return sum / 2 / StrictMath.log(2);
    }

    private static double term(double share, double middle) {
        return share > 0 ? share * StrictMath.log(share / middle) : 0;
    }
}
