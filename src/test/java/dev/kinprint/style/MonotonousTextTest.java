package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of near a million characters that repeat one thing are scanned to their end, and nothing is counted twice. */
class MonotonousTextTest {
    private static final int LENGTH = 800_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A",
                " ",
                "\n",
                "*",
                ".",
                "...",
                "#",
                "- ",
                "1",
                "`",
                " x",
                "!\n",
                "a\u0301",
                "\uD83D\uDE00",
                "日",
                "“",
                "\uD83D"
            })
    void everyLineIsCountedOnceAndNoTokenTwice(String pump) {
        String text = pump.repeat(LENGTH / pump.length());
        Format.Group lines = Format.Group.LINES;

        int[] counts = Format.count(text);
        int[] tokens = new Lexicon().encode(text);

        assertThat(Arrays.stream(counts, lines.start(), lines.start() + lines.classes())
                        .sum())
                .isEqualTo(1 + (int) text.chars().filter(c -> c == '\n').count());
        assertThat(tokens).hasSizeBetween(text.isBlank() && !text.startsWith("\n") ? 0 : 1, text.length());
    }
}
