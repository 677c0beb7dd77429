package dev.kinprint.calibrate;

import java.util.Optional;

/**
 * What a calibration was made from; printed with every likelihood ratio.
 *
 * @param name short name of the calibration
 * @param corpus what corpus of known lineage, in words
 * @param models how many models it holds
 * @param questions how many questions each was asked
 * @param samples how many answers to a question were read
 * @param embeddedQuestions of at most how many questions the answers were embedded
 * @param embedder the embedder of the content-embedding channel, where there was one
 * @param seed the seed of everything drawn at random
 */
public record CalibrationSource(
        String name,
        String corpus,
        int models,
        int questions,
        int samples,
        int embeddedQuestions,
        Optional<String> embedder,
        long seed) {}
