package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
    @Test
    void adjustedPValuesAgreeWithSciPy() {
        double[] adjusted = FalseDiscovery.adjusted(new double[] {.01, .04, .03, .5, .005, .04});

        assertThat(adjusted)
                .as("scipy.stats.false_discovery_control([.01,.04,.03,.5,.005,.04])")
                .containsExactly(new double[] {.03, .048, .048, .5, .03, .048}, within(1e-12));
    }

    @Test
    void eValuesAreRejectedByTheLargestStepThatHolds() {
        // By hand, n = 4, level 0.1: the k greatest are rejected where the k-th is at least 40/k, here 90, 21 and 14.
        assertThat(FalseDiscovery.byEValues(new double[] {14, 90, 3, 21}, 0.1)).containsExactly(0, 1, 3);
        assertThat(FalseDiscovery.byEValues(new double[] {14, 19, 3, 19}, 0.1))
                .as("a later step may hold where earlier ones do not")
                .containsExactly(0, 1, 3);
        assertThat(FalseDiscovery.byEValues(new double[] {39, 1, 1, 1}, 0.1)).isEmpty();
        assertThat(FalseDiscovery.byEValues(new double[0], 0.1)).isEmpty();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> FalseDiscovery.adjusted(new double[] {1.2})).hasMessageContaining("1.2");
        assertThatThrownBy(() -> FalseDiscovery.byEValues(new double[] {-1}, 0.1))
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() -> FalseDiscovery.byEValues(new double[] {1}, 1)).hasMessageContaining("level: 1.0");
    }
}
