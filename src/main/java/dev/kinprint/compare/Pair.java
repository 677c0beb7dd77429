package dev.kinprint.compare;

/**
 * Two models of a corpus, by position.
 *
 * @param suspect the model under question
 * @param candidate the possible source
 */
public record Pair(int suspect, int candidate) {
    /** Refuses a model paired with itself. */
    public Pair {
        if (suspect == candidate || suspect < 0 || candidate < 0) {
            throw new IllegalArgumentException("pair: " + suspect + " and " + candidate);
        }
    }
}
