package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PerfectCalibrationTest {
    @Test
    void fewPositivesShowALossEvenWherePerfect() {
        Interval few = PerfectCalibration.loss(0.9, 10, 500, 300, 1);
        Interval many = PerfectCalibration.loss(0.9, 2_000, 2_000, 40, 1);

        // python3, 1,500 worlds with numpy and a pool-adjacent-violators fit: median .153, 95th percentile .224.
        assertThat(few.value()).isEqualTo(0.153, within(0.02));
        assertThat(few.high()).isEqualTo(0.224, within(0.04));
        assertThat(many.high()).isLessThan(0.02);
        assertThat(few.low()).isBetween(0.0, few.value());
    }

    @Test
    void isTheSameForASeedAndRefusesNothingToDrawFrom() {
        assertThat(PerfectCalibration.loss(0.7, 5, 9, 20, 4)).isEqualTo(PerfectCalibration.loss(0.7, 5, 9, 20, 4));
        assertThatThrownBy(() -> PerfectCalibration.loss(0.7, 0, 9, 20, 4)).hasMessageContaining("0, 9, 20");
    }
}
