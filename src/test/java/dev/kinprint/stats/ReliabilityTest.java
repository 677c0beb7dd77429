package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    @Test
    void twoHalvesOfOneMeasurementEachGiveSpearmanAndBrown() {
        for (double r : new double[] {0.1, 0.5, 0.9}) {
            assertThat(Reliability.stepUp(r, 1, 1, 2)).isCloseTo(2 * r / (1 + r), within(1e-12));
        }
    }

    @Test
    void theSameNumberOnBothSidesChangesNothing() {
        assertThat(Reliability.stepUp(0.37, 3, 3, 3)).isCloseTo(0.37, within(1e-12));
    }

    @Test
    void whatIsNotPositiveStaysAndOneStaysOne() {
        assertThat(Reliability.stepUp(-0.2, 2, 1, 3)).isEqualTo(-0.2);
        assertThat(Reliability.stepUp(0, 2, 1, 3)).isZero();
        assertThat(Reliability.stepUp(1, 2, 1, 3)).isOne();
    }

    @Test
    void meansOfTwoAndOnePredictMeansOfThree() {
        // A true value with variance 1 and noise with variance 2 in each measurement: one measurement's reliability is
        // 1/3.
        Random random = new Random(20261123);
        int n = 40_000;
        double[][] means = new double[4][n];
        for (int i = 0; i < n; i++) {
            double truth = random.nextGaussian();
            means[0][i] = truth + noise(random, 2);
            means[1][i] = truth + noise(random, 1);
            means[2][i] = truth + noise(random, 3);
            means[3][i] = truth + noise(random, 3);
        }
        double found = correlation(means[0], means[1]);
        assertThat(Reliability.stepUp(found, 2, 1, 3)).isCloseTo(correlation(means[2], means[3]), within(0.02));
        assertThat(correlation(means[2], means[3])).isCloseTo(0.6, within(0.02));
    }

    @Test
    void refusesWhatIsNoCorrelationAndNoNumber() {
        assertThatThrownBy(() -> Reliability.stepUp(1.1, 1, 1, 2)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> Reliability.stepUp(Double.NaN, 1, 1, 2)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Reliability.stepUp(0.5, 0, 1, 2)).hasMessageContaining("at least 1");
    }

    private static double noise(Random random, int measurements) {
        double sum = 0;
        for (int k = 0; k < measurements; k++) {
            sum += Math.sqrt(2) * random.nextGaussian();
        }
        return sum / measurements;
    }

    private static double correlation(double[] x, double[] y) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }
        return xy / Math.sqrt(xx * yy);
    }
}
