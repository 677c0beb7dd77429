package dev.kinprint.style;

import java.util.ArrayList;
import java.util.List;

/**
 * The spans that two texts share, by greedy string tiling (Wise 1993): again and again the longest run of tokens that
 * both texts hold and that no earlier span covers, until none of at least the given length is left.
 */
public final class SharedSpans {
    /**
     * One shared span, as offsets in UTF-16 code units.
     *
     * @param startA where it starts in the first text
     * @param endA where it ends there, exclusive
     * @param startB where it starts in the second text
     * @param endB where it ends there, exclusive
     * @param tokens its length in tokens
     */
    public record Span(int startA, int endA, int startB, int endB, int tokens) {}

    private static final int LONGEST = 1_500;

    private SharedSpans() {}

    /**
     * The shared spans of two texts, in the order of the first text. Only the first 1,500 tokens of each are read,
     * which bounds the cost.
     *
     * @param shortest the least length of a span in tokens; at least 1
     */
    public static List<Span> of(String a, String b, int shortest) {
        if (shortest < 1) {
            throw new IllegalArgumentException("shortest: " + shortest + " is under 1");
        }
        Positioned left = Positioned.of(a, LONGEST);
        Positioned right = Positioned.of(b, LONGEST);
        boolean[] usedLeft = new boolean[left.size()];
        boolean[] usedRight = new boolean[right.size()];
        List<Span> spans = new ArrayList<>();
        while (true) {
            int[] best = longest(left, right, usedLeft, usedRight);
            if (best[2] < shortest) {
                break;
            }
            for (int k = 0; k < best[2]; k++) {
                usedLeft[best[0] + k] = true;
                usedRight[best[1] + k] = true;
            }
            spans.add(new Span(
                    left.start(best[0]),
                    left.end(best[0] + best[2] - 1),
                    right.start(best[1]),
                    right.end(best[1] + best[2] - 1),
                    best[2]));
        }
        spans.sort((x, y) -> Integer.compare(x.startA(), y.startA()));
        return List.copyOf(spans);
    }

    /** The first longest common run of unused tokens: its place in each text and its length. */
    private static int[] longest(Positioned left, Positioned right, boolean[] usedLeft, boolean[] usedRight) {
        int[] best = {0, 0, 0};
        int[] before = new int[right.size() + 1];
        for (int i = 1; i <= left.size(); i++) {
            int[] now = new int[right.size() + 1];
            if (!usedLeft[i - 1]) {
                for (int j = 1; j <= right.size(); j++) {
                    if (!usedRight[j - 1] && left.token(i - 1).equals(right.token(j - 1))) {
                        now[j] = before[j - 1] + 1;
                        if (now[j] > best[2]) {
                            best = new int[] {i - now[j], j - now[j], now[j]};
                        }
                    }
                }
            }
            before = now;
        }
        return best;
    }
}
