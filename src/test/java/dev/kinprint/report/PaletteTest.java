package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final Pattern FILL = Pattern.compile("rect\\.([sd]\\d) \\{ fill: #([0-9a-f]{6}); }");

    @Test
    void numbersInHeatMapCellsCanBeRead() {
        String css = StyleSheet.read().css();
        String white = css.lines()
                .filter(line -> line.startsWith("svg text.s6"))
                .findFirst()
                .orElseThrow();
        Matcher cells = FILL.matcher(css);
        int seen = 0;
        while (cells.find()) {
            boolean light = white.contains("." + cells.group(1));
            double ink = light ? 1 : luminance(0x101820);
            double paper = luminance(Integer.parseInt(cells.group(2), 16));
            double contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
            assertThat(contrast).as("contrast of " + cells.group()).isGreaterThanOrEqualTo(4.5);
            seen++;
        }
        assertThat(seen).isEqualTo(18);
    }

    /** Relative luminance as WCAG 2.1 defines it. */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xff) / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
