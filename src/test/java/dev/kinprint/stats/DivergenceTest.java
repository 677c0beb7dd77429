package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DivergenceTest {
    @Test
    void agreesWithSciPy() {
        assertThat(Divergence.jensenShannon(new double[] {.2, .3, .5, 0}, new double[] {.1, .6, 0, .3}))
                .as("scipy.spatial.distance.jensenshannon([.2,.3,.5,0],[.1,.6,0,.3],2)**2")
                .isEqualTo(0.4490224995673063, within(1e-12));
    }

    @Test
    void runsFromNothingInCommonToTheSame() {
        assertThat(Divergence.jensenShannon(new double[] {1, 0}, new double[] {0, 1}))
                .isEqualTo(1, within(1e-12));
        assertThat(Divergence.jensenShannon(new double[] {.5, .5}, new double[] {.5, .5}))
                .isZero();
        assertThatThrownBy(() -> Divergence.jensenShannon(new double[1], new double[2]))
                .hasMessageContaining("1 and 2");
    }
}
