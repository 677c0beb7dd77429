package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OutlyingTest {
    @Test
    void pValuesAreThoseOfStudentsT() {
        double[] values = {0.01, -0.02, 0.03, 0.0, 0.02, -0.01, 0.015, -0.03, 0.005, 0.6};
        // R: z <- (v - median(v)) / mad(v); pt(z, 3, lower.tail = FALSE)
        double[] expected = {
            0.4587971230748985, 0.8478847337483344, 0.19308889257711823, 0.620925698929017, 0.3066621554561961,
            0.7556125492688811, 0.37907430107098306, 0.9048308852361341, 0.5412028769251015, 5.801271650661902e-05
        };
        assertThat(Outlying.above(values)).containsExactly(expected, within(1e-10));
    }

    @Test
    void withoutSpreadNothingStandsOut() {
        assertThat(Outlying.above(0, 0, 0, 0, 5)).containsOnly(1);
    }
}
