package dev.kinprint.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NgramModelTest {
    private static final int NEWLINE = 9;

    @Test
    void drawsFollowTheInterpolationFormula() {
        // After 1 came 2 three times and 3 once; the rest of the counts is 2: 3, 3: 1, 0: 4 of 8 tokens.
        List<int[]> documents = List.of(
                new int[] {0, 0, 0, 1, 2, 0}, new int[] {0, 0, 0, 1, 2, 0}, new int[] {0, 0, 0, 1, 2, 0}, new int[] {
                    0, 0, 0, 1, 3, 0
                });
        NgramModel model = NgramModel.train(documents, NEWLINE);
        int[] counts = new int[4];
        SplittableRandom random = new SplittableRandom(3);
        int draws = 200_000;
        for (int i = 0; i < draws; i++) {
            // A context that was seen only by its last token: 1.
            counts[model.next(new int[] {3, 3, 3, 1}, 4, random)]++;
        }
        // P(w | 1) = (c(1, w) + k T P(w)) / (N + k T) with N = 4, T = 2, k = 0.1.
        assertThat((double) counts[2] / draws).isCloseTo((3 + 0.2 * 3 / 8) / 4.2, within(0.005));
        assertThat((double) counts[3] / draws).isCloseTo((1 + 0.2 * 1 / 8) / 4.2, within(0.005));
        assertThat((double) counts[0] / draws).isCloseTo((0.2 * 4 / 8) / 4.2, within(0.005));
        assertThat(counts[1]).isZero();
    }

    @Test
    void aLineStartsAsTheLineBeforeIt() {
        int[] list = {0, 0, 0, 0, 5, 6, 7, NEWLINE, 5, 6, 7, NEWLINE, 5, 6, 7, 0};
        int[] prose = {0, 0, 0, 0, 4, 3, 7, NEWLINE, 4, 3, 7, NEWLINE, 4, 3, 7, 0};
        NgramModel model = NgramModel.train(List.of(list, prose), NEWLINE);
        SplittableRandom random = new SplittableRandom(4);
        int kept = 0;
        for (int i = 0; i < 1000; i++) {
            kept += model.next(prose, 8, random) == 4 ? 1 : 0;
        }
        // The last two tokens alone would say 4 and 5 equally often.
        assertThat(kept).isGreaterThan(900);
    }

    @Test
    void countsFollowersOfAContext() {
        long[] grams = {GramTable.gram(7, 2), GramTable.gram(7, 1), GramTable.gram(8, 1), GramTable.gram(7, 2)};
        GramTable table = GramTable.count(grams);
        int first = table.first(7);
        int end = table.end(7);
        assertThat(end - first).isEqualTo(2);
        assertThat(table.seen(first, end)).isEqualTo(3);
        assertThat(List.of(table.follower(first, end, 0), table.follower(first, end, 1), table.follower(first, end, 2)))
                .containsExactly(1, 2, 2);
        assertThat(table.end(99) - table.first(99)).isZero();
        GramTable widest = GramTable.count(new long[] {GramTable.gram(-5, GramTable.TOKENS - 1)});
        assertThat(widest.end(-5) - widest.first(-5)).isEqualTo(1);
    }

    @Test
    void tokensKeepTheirSpaceAndJoinToTheText() {
        String text = " Don't  stop -- it's 12.5\u2019 \uD83D\uDE0A\n\n- well-made - ";
        assertThat(Vocabulary.split(text))
                .startsWith(" Don't", "  ", "stop", " -", "-", " it's", " 12", ".", "5")
                .contains(" \uD83D\uDE0A", " well-made");
        assertThat(String.join("", Vocabulary.split(text))).isEqualTo(text);
    }
}
