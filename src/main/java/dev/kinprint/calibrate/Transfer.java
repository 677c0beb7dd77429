package dev.kinprint.calibrate;

import java.util.Optional;

/**
 * Whether a calibration may be used for an audit: among unrelated pairs, a likelihood ratio of ten or more may come up
 * in at most one pair of ten, whatever the corpus (from Markov's inequality, since its mean there is at most one).
 *
 * @param pairs how many pairs of background models, unrelated by declaration, were looked at
 * @param tenOrMore how many of them reached a ratio of ten
 * @param problem why no likelihood ratio may be printed; empty where one may
 */
public record Transfer(int pairs, int tenOrMore, Optional<String> problem) {}
