package dev.kinprint.suite;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The known word that a mistyped word is nearest to. */
public final class Nearest {
    private Nearest() {}

    /**
     * The nearest known word, where it is near: at most two edits away, fewer for short words; case does not count.
     * Of several equally near the first in the given order.
     */
    public static Optional<String> of(String typed, Collection<String> known) {
        String word = typed.toLowerCase(Locale.ROOT);
        int nearest = Math.min(2, word.length() / 2) + 1;
        Optional<String> found = Optional.empty();
        for (String candidate : known) {
            if (Math.abs(candidate.length() - word.length()) < nearest) {
                int edits = edits(word, candidate.toLowerCase(Locale.ROOT));
                if (edits < nearest) {
                    nearest = edits;
                    found = Optional.of(candidate);
                }
            }
        }
        return found;
    }

    /** Levenshtein's distance, two neighbours in the wrong order counting as one edit, in three rows. */
    private static int edits(String a, String b) {
        int[] before = new int[0];
        int[] above = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = above;
            above = row;
        }
        return above[b.length()];
    }
}
