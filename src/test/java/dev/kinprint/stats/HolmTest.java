package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    @Test
    void agreesWithR() {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), "holm")
        double[] expected = {0.04, 0.09, 0.09, 0.025, 0.5};
        double[] adjusted = Holm.adjust(0.01, 0.04, 0.03, 0.005, 0.5);
        for (int i = 0; i < expected.length; i++) {
            assertThat(adjusted[i]).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void isNeverOverOneAndRefusesWhatIsNoProbability() {
        assertThat(Holm.adjust(0.9, 0.8)).containsExactly(1, 1);
        assertThat(Holm.adjust()).isEmpty();
        assertThatThrownBy(() -> Holm.adjust(0.5, Double.NaN)).hasMessageContaining("p: ");
    }

    @Test
    void holdsTheChanceOfAnyFalseFinding() {
        Draws random = new Draws(5, 0);
        int worlds = 4_000;
        int found = 0;
        for (int world = 0; world < worlds; world++) {
            double[] p = new double[8];
            for (int i = 0; i < p.length; i++) {
                p[i] = random.uniform();
            }
            for (double adjusted : Holm.adjust(p)) {
                if (adjusted <= 0.05) {
                    found++;
                    break;
                }
            }
        }
        assertThat(found / (double) worlds).isBetween(0.035, 0.06);
    }
}
