package dev.kinprint.cli;

import dev.kinprint.channel.Finding;
import dev.kinprint.channel.SideTest;
import dev.kinprint.channel.SideTests;
import dev.kinprint.compare.Comparison;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import java.util.ArrayList;
import java.util.List;

/**
 * What a side test found for a pair.
 *
 * @param pair the pair
 * @param test the test
 * @param finding what it found
 */
record Beside(Pair pair, SideTest test, Finding finding) {
    /** Beyond so many pairs, tests without data are not listed pair by pair. */
    private static final int FEW_PAIRS = 200;

    /**
     * Runs every side test on every pair.
     *
     * @param all the corpus with all samples; its models stand where those of the comparison stand
     */
    static List<Beside> of(Corpus all, List<Pair> pairs, Comparison comparison, long seed) {
        List<Beside> found = new ArrayList<>();
        for (Pair pair : pairs) {
            for (SideTest test : SideTests.all()) {
                Finding finding = test.test(
                        all,
                        pair.suspect(),
                        pair.candidate(),
                        comparison.background(pair.suspect(), pair.candidate()),
                        seed);
                if (finding.value().isPresent() || pairs.size() <= FEW_PAIRS) {
                    found.add(new Beside(pair, test, finding));
                }
            }
        }
        return found;
    }
}
