package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void holdsAllNumbersAndZero() {
        assertThat(Axis.around(DoubleStream.of(1.2, -0.4))).isEqualTo(new Axis(-1, 2));
        assertThat(Axis.around(DoubleStream.empty())).isEqualTo(new Axis(-1, 1));
        assertThat(new Axis(-1, 2).ticks()).containsExactly(-1, 0, 1, 2);
    }

    @Test
    void neverCrowdsItsTicks() {
        for (int reach = 1; reach < 400; reach++) {
            assertThat(new Axis(-reach, reach + 1).ticks())
                    .hasSizeBetween(3, 10)
                    .contains(0);
        }
    }

    @Test
    void placesNumbersWithinItsMargins() {
        Axis axis = new Axis(-1, 1);
        assertThat(axis.at(0)).isEqualTo("50.00%");
        assertThat(axis.at(-5)).isEqualTo("3.00%");
        assertThat(axis.at(1)).isEqualTo("97.00%");
        assertThat(axis.width(0, 1)).isEqualTo("47.00%");
        assertThatThrownBy(() -> new Axis(1, 1)).hasMessageContaining("1.0 < 1.0");
    }
}
