package dev.kinprint.verdict;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.compare.Series;
import java.util.Optional;

/**
 * What a run has to say on one condition.
 *
 * @param now the measure, question by question; empty where it cannot be had
 * @param floor the same-model floor, where the measure has one
 * @param evidence what a likelihood ratio rests on, where the measure is one
 * @param failed what failed in collecting the models' answers, where too much of it did
 */
public record Measured(
        Optional<Series> now, Optional<Series> floor, Optional<Evidence> evidence, Optional<String> failed) {}
