package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.style.SharedSpans.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedSpansTest {
    @Test
    void showsWhereTheSpansStand() {
        String a = "Well, the Quick brown fox -- jumps! And so on.";
        String b = "See: the quick brown fox jumps";

        List<Span> spans = SharedSpans.of(a, b, 3);

        assertThat(spans).hasSize(1);
        Span span = spans.get(0);
        assertThat(a.substring(span.startA(), span.endA())).isEqualTo("the Quick brown fox -- jumps");
        assertThat(b.substring(span.startB(), span.endB())).isEqualTo("the quick brown fox jumps");
        assertThat(span.tokens()).isEqualTo(5);
    }

    /** Greedy tiling, directly: of all common runs of free tokens the longest, first in a, then in b; again and again. */
    private static List<int[]> naive(String[] a, String[] b, int shortest) {
        boolean[] usedA = new boolean[a.length];
        boolean[] usedB = new boolean[b.length];
        List<int[]> tiles = new ArrayList<>();
        while (true) {
            int[] best = {0, 0, 0};
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < b.length; j++) {
                    int k = 0;
                    while (i + k < a.length
                            && j + k < b.length
                            && !usedA[i + k]
                            && !usedB[j + k]
                            && a[i + k].equals(b[j + k])) {
                        k++;
                    }
                    if (k > best[2]) {
                        best = new int[] {i, j, k};
                    }
                }
            }
            if (best[2] < shortest) {
                tiles.sort(Comparator.comparingInt(tile -> tile[0]));
                return tiles;
            }
            for (int k = 0; k < best[2]; k++) {
                usedA[best[0] + k] = true;
                usedB[best[1] + k] = true;
            }
            tiles.add(best);
        }
    }

    @Test
    void agreesWithBruteForce() {
        Random random = new Random(13);
        for (int round = 0; round < 300; round++) {
            String[] a = words(random, 5 + random.nextInt(40));
            String[] b = words(random, 5 + random.nextInt(40));
            int shortest = 1 + random.nextInt(4);
            List<Integer> expected =
                    naive(a, b, shortest).stream().map(tile -> tile[2]).toList();

            List<Span> spans = SharedSpans.of(String.join(" ", a), String.join(" ", b), shortest);

            // Where two runs are equally long either may come first, which can only move what is left by ties.
            assertThat(spans.stream().mapToInt(Span::tokens).max().orElse(0))
                    .isEqualTo(
                            expected.stream().mapToInt(Integer::intValue).max().orElse(0));
            int covered = spans.stream().mapToInt(Span::tokens).sum();
            assertThat((double) covered)
                    .as("round %d", round)
                    .isEqualTo(expected.stream().mapToInt(Integer::intValue).sum(), within(shortest * 2.0));
            check(spans, String.join(" ", a), String.join(" ", b), shortest);
        }
    }

    private static String[] words(Random random, int count) {
        String[] words = new String[count];
        for (int i = 0; i < count; i++) {
            words[i] = "w" + random.nextInt(6);
        }
        return words;
    }

    private static void check(List<Span> spans, String a, String b, int shortest) {
        int end = 0;
        for (Span span : spans) {
            assertThat(span.startA()).as("spans do not overlap").isGreaterThanOrEqualTo(end);
            assertThat(a.substring(span.startA(), span.endA())).isEqualTo(b.substring(span.startB(), span.endB()));
            assertThat(span.tokens()).isGreaterThanOrEqualTo(shortest);
            end = span.endA();
        }
    }

    @Test
    void nothingSharedIsNothing() {
        assertThat(SharedSpans.of("a b c", "d e f", 1)).isEmpty();
        assertThat(SharedSpans.of("", "a", 1)).isEmpty();
        assertThatThrownBy(() -> SharedSpans.of("a", "a", 0)).hasMessageContaining("shortest: 0");
    }

    @Test
    void likenessIsSymmetricAndKnowsItsEnds() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            String a = String.join(" ", words(random, random.nextInt(20)));
            String b = String.join("", words(random, random.nextInt(20)));
            double likeness = Likeness.of(a, b);
            assertThat(likeness).isBetween(0.0, 1.0);
            assertThat(Likeness.of(b, a)).as("%s | %s", a, b).isEqualTo(likeness, within(1e-12));
        }
        assertThat(Likeness.of("", "")).isEqualTo(1);
        assertThat(Likeness.of("same", "same")).isEqualTo(1, within(1e-12));
        assertThat(Likeness.of("abc", "xyz")).isZero();
        assertThat(Likeness.of("", "abc")).isZero();
        String long1 = "x".repeat(200);
        assertThat(Likeness.of(long1 + "one end", long1 + "another"))
                .as("only the beginning is read")
                .isEqualTo(1, within(1e-12));
    }
}
