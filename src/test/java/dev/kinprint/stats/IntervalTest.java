package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    private static final double[] SORTED = {-2, 0.5, 1, 1, 3.1, 4.4, 7};

    @ParameterizedTest
    @CsvSource({"0, -2", "0.025, -1.625", "0.1, -0.5", "0.5, 1", "0.975, 6.61", "1, 7"})
    void quantilesAgreeWithNumpy(double probability, double expected) {
        assertThat(Interval.quantile(SORTED, probability))
                .as("numpy.quantile([-2,.5,1,1,3.1,4.4,7], %s)", probability)
                .isEqualTo(expected, within(1e-12));
    }

    @Test
    void ninetyFiveOfAHundredDrawsLieWithin() {
        double[] draws =
                IntStream.rangeClosed(0, 1000).mapToDouble(k -> 1000 - k).toArray();

        Interval interval = Interval.percentile(400, draws);

        assertThat(interval).isEqualTo(new Interval(400, 25, 975));
        assertThat(draws[0]).as("the draws are left as they were").isEqualTo(1000);
    }

    @Test
    void oneDrawIsAnIntervalOfOnePoint() {
        assertThat(Interval.percentile(3, new double[] {2})).isEqualTo(new Interval(3, 2, 2));
    }

    @Test
    void noDrawsAreNoInterval() {
        assertThatThrownBy(() -> Interval.percentile(3, new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("draws: none");
    }

    @Test
    void refusesWhatIsNoInterval() {
        assertThatThrownBy(() -> new Interval(0, 1, -1)).hasMessageContaining("1.0 <= -1.0");
        assertThatThrownBy(() -> new Interval(Double.NaN, 0, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Interval.percentile(0, new double[] {0, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
