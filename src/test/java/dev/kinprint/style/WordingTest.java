package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Don't \"panic\"\n\n- first: **one** - two\n- second: `code`",
                "Don\u2019t \u201Cpanic\u201D\r\nfirst: one \u2013 two\nsecond: code\n",
                " don't  \u00A0\"panic\" first:\tone - two second: code",
                "> * + DON'T \"PANIC\"\n1st"
            })
    void theSameWordsAreTheSameWordingHoweverTheyAreSet(String text) {
        assertThat(Wording.of(text).replace("1st", "first: one - two second: code"))
                .isEqualTo("don't \"panic\" first: one - two second: code");
    }

    @Test
    void otherWordsAndMarksStay() {
        assertThat(Wording.of("x-ray = a + b; 5 > 3 — naïve, «ja», 中文 🙂"))
                .isEqualTo("x-ray = a + b; 5 > 3 — naïve, «ja», 中文 🙂");
        assertThat(Wording.of("***")).isEmpty();
        assertThat(Wording.of("")).isEmpty();
    }

    @Test
    void whatIsBlankIsWhatJavaCallsWhiteSpaceOrASpace() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(c -> Wording.isBlank(c) != (Character.isWhitespace(c) || Character.isSpaceChar(c))))
                .isEmpty();
    }
}
