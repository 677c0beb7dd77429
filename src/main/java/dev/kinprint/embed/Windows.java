package dev.kinprint.embed;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text's tokens into overlapping windows that the model can read.
 *
 * <p>The model was tuned on 256 tokens with its two special ones. A text of up to 254 tokens is one window; a longer one
 * is cut every 222 tokens, so that neighbours share 32. At most 6 windows are read, that is the first 1,364 tokens:
 * about a thousand words, beyond which an answer adds little to where it points, and time grows without end.
 */
final class Windows {
    static final int LENGTH = 254;
    static final int OVERLAP = 32;
    static final int MOST = 6;

    /** Says how texts are cut and pooled; part of an embedder's id, so that a change never meets an old cache. */
    static final String SCHEME =
            "windows of " + LENGTH + " overlap " + OVERLAP + " at most " + MOST + ", mean over tokens, unit length";

    private Windows() {}

    /** Half-open range of token positions. */
    record Window(int from, int to) {}

    /** The windows over a number of tokens; one empty window where there are none. */
    static List<Window> over(int tokens) {
        List<Window> windows = new ArrayList<>();
        int from = 0;
        int to;
        do {
            to = Math.min(tokens, from + LENGTH);
            windows.add(new Window(from, to));
            from = to - OVERLAP;
        } while (to < tokens && windows.size() < MOST);
        return windows;
    }
}
