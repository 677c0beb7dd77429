package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.report.Payloads;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {
    /** Whatever could move a cursor, hide, reorder or have no width, by the ranges of the Unicode charts. */
    private static final Pattern DANGEROUS = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\xAD\\x{34F}\\x{61C}"
            + "\\x{180B}-\\x{180F}\\x{200B}-\\x{200F}\\x{2028}-\\x{202E}\\x{2060}-\\x{206F}\\x{3164}\\x{FE00}-\\x{FE0F}"
            + "\\x{FEFF}\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{E0000}-\\x{E0FFF}\\x{F0000}-\\x{10FFFF}\\p{Cs}\\p{Co}]");

    @Test
    void noCodePointPassesThatControlsHidesOrReorders() {
        List<String> wrong = new ArrayList<>();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String shown = TerminalText.visible("a" + Character.toString(point) + "b");
            boolean dangerous = DANGEROUS.matcher(Character.toString(point)).find();
            boolean escaped = shown.equals("a\\u{" + Integer.toHexString(point) + "}b");
            if (DANGEROUS.matcher(shown).find() || (dangerous && !escaped)) {
                wrong.add(Integer.toHexString(point) + " gives " + shown);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noPayloadMovesACursorOrCommandsABuildServer() {
        for (String payload : Payloads.all()) {
            for (String text :
                    List.of(payload, "a\n::error::" + payload, payload + "##vso[x]", "\u001b]52;c;" + payload)) {
                String shown = TerminalText.visible(text);
                assertThat(DANGEROUS.matcher(shown).find()).as(payload).isFalse();
                assertThat(shown).as(payload).doesNotContain("##vso[").doesNotContainPattern("(?m)^\\h*::");
                assertThat(TerminalText.line(text, 80)).as(payload).hasLineCount(1);
            }
        }
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        String text = "Zoë's naïve résumé\tcosts 5 €: 日本語, Ελληνικά, עברית ✓ 😀\nnext line";
        assertThat(TerminalText.visible(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::error::x", "  ::add-mask::x", "\u3000::set-output name=a::b", "a\n::warning::x"})
    void aLineThatWouldCommandABuildServerIsBroken(String text) {
        assertThat(TerminalText.visible(text)).contains("\\u{3a}:").doesNotContainPattern("(?m)^\\h*::");
    }

    @ParameterizedTest
    @ValueSource(strings = {"##[error]x", "said ##[group]", "##vso[task.setvariable]x", "###[section]"})
    void commandsInsideALineAreBroken(String text) {
        assertThat(TerminalText.visible(text)).contains("\\u{23}#").doesNotContain("##[", "##vso[");
    }

    @Test
    void colonsElsewhereStay() {
        assertThat(TerminalText.visible("std::vector, a::b and ## heading"))
                .isEqualTo("std::vector, a::b and ## heading");
    }

    @Test
    void aLongRunOfLineFeedsTakesNoLongTime() {
        String text = "\n".repeat(200_000) + " ".repeat(200_000) + "x";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> TerminalText.visible(text));
    }

    @Test
    void aForeignLineIsOneLineAndShort() {
        assertThat(TerminalText.line("first\nPASS\r" + "x".repeat(100), 20)).isEqualTo("first\\nPASS\\u{d}xxx…");
        assertThat(TerminalText.line("😀".repeat(5), 3)).isEqualTo("😀😀…");
    }

    @Test
    void whatACharsetLacksIsWrittenInWhatItHas() {
        String text = "0.1 – 0.3 ≥ 0 → “fine” é 日 😀";
        assertThat(TerminalText.within(StandardCharsets.US_ASCII.newEncoder(), text))
                .isEqualTo("0.1 - 0.3 >= 0 -> \"fine\" \\u{e9} \\u{65e5} \\u{1f600}");
        assertThat(TerminalText.within(Charset.forName("IBM437").newEncoder(), text))
                .isEqualTo("0.1 - 0.3 ≥ 0 -> \"fine\" é \\u{65e5} \\u{1f600}");
        assertThat(TerminalText.within(StandardCharsets.UTF_8.newEncoder(), text))
                .isEqualTo(text);
    }
}
