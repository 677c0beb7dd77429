package dev.kinprint.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportTest {
    @ParameterizedTest
    @CsvSource({
        "1, NONE",
        "1.99, NONE",
        "2, WEAK",
        "9.99, WEAK",
        "10, MODERATE",
        "99.9, MODERATE",
        "100, MODERATELY_STRONG",
        "999, MODERATELY_STRONG",
        "1000, STRONG",
        "9990, STRONG",
        "10000, VERY_STRONG",
        "1e9, VERY_STRONG"
    })
    void stepsBeginWhereTheGuidelineSays(double ratio, Support step) {
        assertThat(Support.of(Math.log10(ratio))).isEqualTo(step);
        assertThat(Support.of(-Math.log10(ratio))).as("the reciprocal").isEqualTo(step);
    }

    @Test
    void everyStepHasItsWords() {
        assertThat(Support.values())
                .extracting(Support::words)
                .doesNotHaveDuplicates()
                .containsExactly(
                        "insufficient data",
                        "no support",
                        "weak support",
                        "moderate support",
                        "moderately strong support",
                        "strong support",
                        "very strong support");
    }
}
