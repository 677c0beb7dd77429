package dev.kinprint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A piece of a text on the page.
 *
 * @param text the piece
 * @param shared whether suspect and candidate share it
 * @param common whether suspect and stranger share it
 */
record Passage(String text, boolean shared, boolean common) {
    /** A stretch of UTF-16 code units. */
    record Stretch(int start, int end) {
        boolean holds(int from, int to) {
            return start <= from && to <= end;
        }
    }

    /**
     * Cuts the beginning of a text where spans begin and end, never inside a character.
     *
     * @param most how many code units of the text are kept
     */
    static List<Passage> cut(String text, int most, List<Stretch> shared, List<Stretch> common) {
        int end = whole(text, Math.min(most, text.length()));
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, end));
        for (List<Stretch> stretches : List.of(shared, common)) {
            for (Stretch stretch : stretches) {
                cuts.add(Math.min(end, whole(text, stretch.start())));
                cuts.add(Math.min(end, whole(text, stretch.end())));
            }
        }
        List<Passage> passages = new ArrayList<>();
        int from = 0;
        for (int to : cuts.tailSet(0, false)) {
            passages.add(
                    new Passage(text.substring(from, to), any(text, shared, from, to), any(text, common, from, to)));
            from = to;
        }
        return passages;
    }

    String marks() {
        return shared && common ? "shared common" : shared ? "shared" : "common";
    }

    boolean plain() {
        return !shared && !common;
    }

    private static boolean any(String text, List<Stretch> stretches, int from, int to) {
        return stretches.stream()
                .anyMatch(s -> new Stretch(whole(text, s.start()), whole(text, s.end())).holds(from, to));
    }

    /** The position itself, or the one before it where a surrogate pair would be cut in two. */
    private static int whole(String text, int at) {
        return at > 0
                        && at < text.length()
                        && Character.isLowSurrogate(text.charAt(at))
                        && Character.isHighSurrogate(text.charAt(at - 1))
                ? at - 1
                : at;
    }
}
