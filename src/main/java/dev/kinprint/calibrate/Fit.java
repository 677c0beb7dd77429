package dev.kinprint.calibrate;

/**
 * What the likelihood ratio of one relation was fitted on in an audit.
 *
 * @param clusters how many independent clusters the positive pairs come from
 * @param positives how many positive pairs
 * @param negatives how many negative pairs
 * @param lower the least log10 likelihood ratio that may be printed
 * @param upper the greatest
 */
public record Fit(int clusters, int positives, int negatives, double lower, double upper) {}
