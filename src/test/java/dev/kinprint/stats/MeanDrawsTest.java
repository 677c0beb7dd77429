package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanDrawsTest {
    @Test
    void theIntervalHoldsTheMeanAboutAsOftenAsItSays() {
        Draws random = new Draws(11, 0);
        int worlds = 600;
        int held = 0;
        for (int world = 0; world < worlds; world++) {
            double[] values = new double[24];
            for (int i = 0; i < values.length; i++) {
                values[i] = 3 + random.normal();
            }
            Interval interval = MeanDraws.of(values, 1_000, world).interval();
            held += interval.low() <= 3 && 3 <= interval.high() ? 1 : 0;
        }
        assertThat(held / (double) worlds).isBetween(0.92, 0.97);
    }

    @Test
    void itsSpreadIsThatOfAMean() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        Interval interval = MeanDraws.of(values, 20_000, 1).interval();
        assertThat(interval.value()).isEqualTo(5.5);
        // R: 2 * 1.96 * sd(1:10) / sqrt(10)
        assertThat(interval.high() - interval.low()).isCloseTo(3.7536, within(0.08));
    }

    @Test
    void aShareIsNeverNoughtAndFollowsTheHypothesis() {
        MeanDraws draws = MeanDraws.of(new double[] {1, 1, 1}, 999, 1);
        assertThat(draws.share(mean -> mean < 1)).isEqualTo(0.001);
        assertThat(draws.share(mean -> mean == 1)).isEqualTo(1);
    }

    @Test
    void oneValueHasNoInterval() {
        assertThatThrownBy(() -> MeanDraws.of(new double[] {1}, 10, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
