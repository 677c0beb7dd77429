package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;

/**
 * A kind of evidence that stands beside a verdict with a test of its own. It enters no likelihood ratio: no corpus of
 * known lineage has the repeated samples or the answer keys that a calibration of it would need.
 */
public interface SideTest {
    /** The id used in files and tables. */
    String id();

    /** What it compares, in a few plain words. */
    String title();

    /** The unit and range of its value, and what its p-value speaks of. */
    String unit();

    /** What it cannot tell, and what happens with too little data: plain sentences. */
    String limits();

    /**
     * Tests a pair.
     *
     * @param corpus all samples of all models
     * @param suspect the position of a model
     * @param candidate the position of another
     * @param background the models to compare the pair with
     * @param seed decides every draw
     */
    Finding test(Corpus corpus, int suspect, int candidate, Reference background, long seed);
}
