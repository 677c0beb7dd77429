package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void noCodePointHidesReordersOrEndsALine() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String alone = Character.toString(point);
            String shown = Visible.of("a" + alone + "b");
            boolean kept = shown.equals("a" + alone + "b");
            boolean hides =
                    switch (Character.getType(point)) {
                        case Character.CONTROL -> point != '\n' && point != '\t';
                        case Character.FORMAT,
                                Character.SURROGATE,
                                Character.PRIVATE_USE,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR -> true;
                        default -> false;
                    };
            String written = "a\\u{" + Integer.toHexString(point) + "}b";
            if (kept ? hides : !shown.equals(written)) {
                fail("U+%X became %s", point, shown);
            }
        }
    }

    @Test
    void showsWhatReordersText() {
        assertThat(Visible.of("abc\u202Efdp.exe")).isEqualTo("abc\\u{202e}fdp.exe");
        assertThat(Visible.of("\u2066x\u2069")).isEqualTo("\\u{2066}x\\u{2069}");
        assertThat(Visible.of("\u001B[2J")).isEqualTo("\\u{1b}[2J");
        assertThat(Visible.of("a\r\nb")).isEqualTo("a\\u{d}\nb");
        assertThat(Visible.of("\uD83D")).isEqualTo("\\u{d83d}");
        assertThat(Visible.of("\uDB40\uDC41")).isEqualTo("\\u{e0041}");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        String persian = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        for (String text : new String[] {"", "plain\n\ttext", persian, family, "黎明时分", "שלום", "e\u0301"}) {
            assertThat(Visible.of(text)).isSameAs(text);
        }
        assertThat(Visible.of("pass\u200Bword")).isEqualTo("pass\\u{200b}word");
        assertThat(Visible.of("pass\u200Dword")).isEqualTo("pass\\u{200d}word");
    }
}
