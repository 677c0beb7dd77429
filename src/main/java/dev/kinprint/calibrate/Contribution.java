package dev.kinprint.calibrate;

import java.util.Optional;

/**
 * What one channel adds to a log10 likelihood ratio.
 *
 * @param channel the channel's id
 * @param score its raw score for the pair, in the channel's own unit
 * @param z the score among unrelated pairs of the background, in standard deviations
 * @param log10 what it adds to the log10 likelihood ratio; empty where the channel enters no likelihood ratio
 */
public record Contribution(String channel, double score, double z, Optional<Double> log10) {}
