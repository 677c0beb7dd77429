package dev.kinprint.trace;

import dev.kinprint.stats.Interval;

/**
 * How much the exchanges of one account, or of one cluster of accounts, are echoed.
 *
 * @param name the account or the cluster
 * @param side which half its probes belong to
 * @param probes how many there are
 * @param excess the mean excess echo with the 95 % interval of draws over its probes; with few of them it is too narrow
 * @param p the permutation p-value
 * @param q the p-value adjusted for all groups (Benjamini and Hochberg 1995)
 */
record GroupEcho(String name, Side side, int probes, Interval excess, double p, double q) {
    /** Groups with at most this adjusted p-value are listed: one in twenty of those is expected to be listed by chance. */
    static final double LISTED = 0.05;

    /** Whether its exchanges are echoed more than expected. */
    boolean listed() {
        return q <= LISTED;
    }
}
