package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.calibrate.LogLr;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void writesFixedDecimalsWithAProperMinus() {
        assertThat(Numbers.fixed(1.005, 2)).isEqualTo("1.00");
        assertThat(Numbers.fixed(-1.4, 2)).isEqualTo("\u22121.40");
        assertThat(Numbers.fixed(-0.0000001, 2)).isEqualTo("0.00");
        assertThat(Numbers.signed(0.25, 2)).isEqualTo("+0.25");
        assertThat(Numbers.signed(-0.25, 2)).isEqualTo("\u22120.25");
        assertThat(Numbers.interval(new LogLr(1.4, -1.1, 1.75))).isEqualTo("1.40 [\u22121.10, 1.75]");
    }

    @Test
    void writesPowersOfTenAsRatios() {
        assertThat(Numbers.power(0)).isEqualTo("1");
        assertThat(Numbers.power(4)).isEqualTo("10,000");
        assertThat(Numbers.power(-3)).isEqualTo("1/1,000");
        assertThat(Numbers.power(6)).isEqualTo("1,000,000");
        assertThat(Numbers.power(-40)).isEqualTo("1/10^40");
    }

    @Test
    void writesTimeInUtc() {
        Instant start = Instant.parse("2026-02-03T04:05:59Z");
        assertThat(Numbers.span(start, start)).isEqualTo("2026-02-03 04:05 UTC");
        assertThat(Numbers.span(start, Instant.parse("2026-02-03T05:06:00Z")))
                .isEqualTo("2026-02-03 04:05 to 05:06 UTC");
        assertThat(Numbers.span(start, Instant.parse("2026-02-04T00:00:00Z")))
                .isEqualTo("2026-02-03 04:05 UTC to 2026-02-04 00:00 UTC");
    }

    @Test
    void pageAndFilesNeverDifferByMoreThanTheirRounding() {
        Random dice = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            double value = dice.nextGaussian() * 3;
            double exact = Numbers.exact(value).doubleValue();
            double shown = Double.parseDouble(Numbers.fixed(value, 2).replace('\u2212', '-'));
            assertThat(exact).isCloseTo(value, org.assertj.core.data.Offset.offset(5.1e-7));
            assertThat(shown).isCloseTo(exact, org.assertj.core.data.Offset.offset(0.0050001));
        }
    }
}
