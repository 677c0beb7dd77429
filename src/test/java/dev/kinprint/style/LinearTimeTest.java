package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text can make the scans slow: four times the text takes about four times as long, not sixteen times. */
class LinearTimeTest {
    private static final int SHORT = 200_000;

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
    void timeGrowsWithTheTextAlone(String pump) {
        String text = pump.repeat(SHORT / pump.length());
        String longer = pump.repeat(4 * SHORT / pump.length());
        Consumer<String> work = given -> {
            Format.count(given);
            new Lexicon().encode(given);
        };
        work.accept(text);
        // Quadratic growth would be sixteen. The best of several runs; other work on the machine can only slow a run
        // down.
        assertThat(best(work, longer) / best(work, text))
                .as("time for four times the text")
                .isLessThan(14);
    }

    private static double best(Consumer<String> work, String text) {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            long start = System.nanoTime();
            work.accept(text);
            best = Math.min(best, System.nanoTime() - start);
        }
        // Under a millisecond the clock and the compiler decide.
        return Math.max(best, 1_000_000);
    }
}
