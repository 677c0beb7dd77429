package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationTest {
    @Test
    void agreesWithNumPy() {
        assertThat(Correlation.pearson(List.of(.2, 1.0, -3.0, 2.5), List.of(1.0, 2.0, 0.5, 0.1))
                        .orElseThrow())
                .as("numpy.corrcoef([.2,1,-3,2.5],[1,2,.5,.1])[0,1]")
                .isEqualTo(PEARSON, within(1e-12));
        assertThat(Correlation.pearson(List.of(1.0, 0.0, 1.0, 1.0, 0.0, 0.0), List.of(1.0, 0.0, 0.0, 1.0, 0.0, 1.0))
                        .orElseThrow())
                .as("the phi coefficient of the table 2 1 / 1 2")
                .isEqualTo(1 / 3.0, within(1e-12));
    }

    private static final double PEARSON = 0.05599546542583703;

    @Test
    void whatDoesNotVaryHasNone() {
        assertThat(Correlation.pearson(List.of(0.3, 0.3), List.of(1.0, 2.0))).isEmpty();
        assertThat(Correlation.pearson(List.of(1.0), List.of(1.0))).isEmpty();
        assertThatThrownBy(() -> Correlation.pearson(List.of(1.0), List.of())).hasMessageContaining("1 and 0");
    }
}
