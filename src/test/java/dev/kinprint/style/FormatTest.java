package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.style.Format.Group;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    private static int[] group(String text, Group group) {
        return Arrays.copyOfRange(Format.count(text), group.start(), group.start() + group.classes());
    }

    @Test
    void groupsLieSideBySide() {
        int end = 0;
        for (Group group : Group.values()) {
            assertThat(group.start()).isEqualTo(end);
            end += group.classes();
        }
        assertThat(end).isEqualTo(Format.SIZE).isEqualTo(Format.count("").length);
    }

    @Test
    void linesAreCountedByKind() {
        String text =
                "# Title\n- one\n* two\n+ three\n• four\n1. five\n22) six\n```java\n> said\n| a | b |\n\nplain\n-dash\n2024 was";

        // Heading, bullet, numbered, fence, quote or table, blank, plain.
        assertThat(group(text, Group.LINES)).containsExactly(1, 4, 2, 1, 2, 1, 3);
    }

    @Test
    void marksAreCountedByKind() {
        String text = "**a** `b` — – ; : ! ? ( \" “ ” , ... … \uD83D\uDE00";

        // Bold, code, dash, semicolon, colon, exclamation, question, bracket, quote, comma, dots, emoji.
        assertThat(group(text, Group.MARKS)).containsExactly(2, 2, 2, 1, 1, 1, 1, 1, 3, 1, 2, 1);
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 1", "8, 1", "9, 2", "16, 3", "17, 4", "40, 7", "41, 8", "500, 8"})
    void sentencesFallIntoClassesByTheirWords(int words, int place) {
        int[] counts = group("word ".repeat(words).strip() + ".", Group.SENTENCES);

        assertThat(counts[place]).isEqualTo(1);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(1);
    }

    @Test
    void sentencesEndAtAMarkBeforeSpaceOrLineEnd() {
        assertThat(group("One two. Three! Is 3.5 four?\nAnd five", Group.SENTENCES)[0])
                .isEqualTo(4);
        assertThat(group("...", Group.SENTENCES)).containsOnly(0);
    }

    @Test
    void paragraphsEndAtBlankLines() {
        String ten = "w ".repeat(10).strip();
        assertThat(group(ten + "\n" + ten + "\n\n" + ten + "\n \n\n" + ten + " w", Group.PARAGRAPHS))
                .containsExactly(1, 2, 0, 0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "10, 0", "11, 1", "600, 8", "601, 9"})
    void theWholeTextHasALength(int words, int place) {
        assertThat(group("w\n".repeat(words), Group.LENGTH)[place]).isEqualTo(1);
    }

    @Test
    void nothingHasNoLength() {
        assertThat(group("", Group.LENGTH)).containsOnly(0);
        assertThat(group("", Group.LINES)).containsExactly(0, 0, 0, 0, 0, 1, 0);
    }
}
