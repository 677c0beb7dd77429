package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private static String wording(String text) {
        return new String(Wording.characters(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Don't \"panic\"\n\n- first: **one** - two\n- second: `code`",
                "Don\u2019t \u201Cpanic\u201D\r\nfirst: one \u2013 two\nsecond: code\n",
                " don't  \u00A0\"panic\" first:\tone - two second: code",
                "> * + DON'T \"PANIC\"\n1st"
            })
    void theSameWordsAreTheSameWordingHoweverTheyAreSet(String text) {
        assertThat(wording(text).replace("1st", "first: one - two second: code"))
                .isEqualTo("don't \"panic\" first: one - two second: code");
    }

    @Test
    void otherWordsAndMarksStay() {
        assertThat(wording("x-ray = a + b; 5 > 3 — naïve, «ja», 中文 🙂"))
                .isEqualTo("x-ray = a + b; 5 > 3 — naïve, «ja», 中文 🙂");
        assertThat(wording("***")).isEmpty();
        assertThat(wording("")).isEmpty();
    }

    /** Java's own lower case, whole texts at a time, is the reference: some letters hang on what stands beside them. */
    @Test
    void theLowerCaseIsJavas() {
        Random random = new Random(5);
        String odd = "\u03A3\u03C3\u0130\u0131\u00C4\u1E9E\u01C5\u13A0\uD801\uDC00 aA.\u2019";
        List<String> texts = new ArrayList<>(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> c != '*' && c != '#' && c != '`' && c != '-' && c != '+' && c != '>')
                .mapToObj(c -> "a" + Character.toString(c) + "b")
                .toList());
        for (int k = 0; k < 2_000; k++) {
            StringBuilder text = new StringBuilder();
            for (int n = 0; n < 12; n++) {
                text.append(odd.charAt(random.nextInt(odd.length())));
            }
            texts.add(text.toString());
        }
        for (String text : texts) {
            String lower = text.toLowerCase(Locale.ROOT);
            assertThat(wording(text)).isEqualTo(wording(lower));
            String letters = Wording.plain(lower);
            if (letters.chars().noneMatch(Wording::isBlank)) {
                assertThat(wording(text)).isEqualTo(letters);
            }
            assertThat(Wording.characters(text)).containsExactly(wording(text).toCharArray());
        }
    }

    @Test
    void whatIsBlankIsWhatJavaCallsWhiteSpaceOrASpace() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(c -> Wording.isBlank(c) != (Character.isWhitespace(c) || Character.isSpaceChar(c))))
                .isEmpty();
    }
}
