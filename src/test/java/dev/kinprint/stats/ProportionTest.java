package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    /** SciPy: {@code binomtest(hits, trials).proportion_ci(method='exact')}. */
    @ParameterizedTest
    @CsvSource({
        "0, 40, 0.0, 0.08809730287880335",
        "3, 40, 0.015742179851041527, 0.20386474873289898",
        "40, 40, 0.9119026971211966, 1.0",
        "1, 1, 0.025, 1.0"
    })
    void theIntervalIsClopperAndPearsons(int hits, int trials, double low, double high) {
        Interval interval = Proportion.of(hits, trials);

        assertThat(interval.value()).isEqualTo(hits / (double) trials);
        assertThat(interval.low()).isEqualTo(low, within(1e-8));
        assertThat(interval.high()).isEqualTo(high, within(1e-8));
    }

    @Test
    void sharesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> Proportion.of(0, 0)).hasMessageContaining("0 of 0");
        assertThatThrownBy(() -> Proportion.of(3, 2)).hasMessageContaining("3 of 2");
        assertThatThrownBy(() -> Proportion.of(-1, 2)).hasMessageContaining("-1 of 2");
    }
}
