package dev.kinprint.stats;

/**
 * Evidence that may be looked at after every observation: the wealth of a gambler who bets, at fair odds, that bounded
 * scores have a mean above a tolerance (Waudby-Smith and Ramdas 2024, section 4).
 *
 * <p>The null hypothesis is that each score, given those before it, has a mean of at most the tolerance τ. Wealth starts
 * at 1 and is multiplied by {@code 1 + λ·(x − τ)}; the stake λ is fixed before the score x is seen. Under the null the
 * wealth is a non-negative supermartingale, so the probability that it ever reaches 1/α is at most α (Ville 1939),
 * whenever one stops. The stake is the approximately growth-optimal one, {@code (m − τ) / (s² + (m − τ)²)} of the mean m
 * and variance s² of the scores so far with one made-up score of one half, kept within 0 and 1/(2τ), so that no single
 * score can take more than half of the wealth.
 *
 * <p>What it cannot tell: nothing beyond the tolerance that it was given. A value that was chosen too low for the
 * population makes every statement void.
 */
public final class BettingProcess {
    private static final double FIRST = 0.5;
    private static final double FIRST_SQUARE = 0.25;

    private final double tolerance;
    private final int observations;
    private final double sum;
    private final double squares;
    private final double log;
    private final double peak;

    private BettingProcess(double tolerance, int observations, double sum, double squares, double log, double peak) {
        this.tolerance = tolerance;
        this.observations = observations;
        this.sum = sum;
        this.squares = squares;
        this.log = log;
        this.peak = peak;
    }

    /**
     * A process before its first score.
     *
     * @param tolerance the greatest mean under the null, strictly between 0 and 1
     */
    public static BettingProcess against(double tolerance) {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance: " + tolerance + " is not between 0 and 1");
        }
        return new BettingProcess(tolerance, 0, 0, 0, 0, 0);
    }

    /**
     * The process after one more score.
     *
     * @param score from 0 to 1
     */
    public BettingProcess after(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score: " + score + " is not from 0 to 1");
        }
        double wealth = log + StrictMath.log1p(stake() * (score - tolerance));
        return new BettingProcess(
                tolerance, observations + 1, sum + score, squares + score * score, wealth, Math.max(peak, wealth));
    }

    /** The stake on the next score, which follows from the scores so far alone. */
    double stake() {
        double count = observations + 1.0;
        double mean = (FIRST + sum) / count;
        // One made-up observation of variance 1/4 keeps the first stakes small.
        double variance = (FIRST_SQUARE + Math.max(0, squares - 2 * mean * sum + observations * mean * mean)) / count;
        double lead = mean - tolerance;
        return Math.max(0, Math.min(0.5 / tolerance, lead / (variance + lead * lead)));
    }

    /** How many scores were seen. */
    public int observations() {
        return observations;
    }

    /** The wealth now: an e-value, whose mean under the null is at most 1. */
    public double eValue() {
        return StrictMath.exp(log);
    }

    /** A p-value that is valid whenever one stops: one over the greatest wealth so far, at most 1. */
    public double pValue() {
        return Math.min(1, StrictMath.exp(-peak));
    }

    /**
     * Whether the null has been rejected at some time so far.
     *
     * @param level the probability of a false alarm that is accepted, between 0 and 1
     */
    public boolean rejects(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level: " + level + " is not between 0 and 1");
        }
        return peak >= -StrictMath.log(level);
    }
}
