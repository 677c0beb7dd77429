package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MeanDiscrepancyTest {
    /** A Gaussian kernel of some numbers. */
    private static MeanDiscrepancy.Stratum stratum(double[] first, double[] second) {
        double[] all = new double[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        List<Double> kernel = new ArrayList<>();
        for (double a : all) {
            for (double b : all) {
                kernel.add(Math.exp(-(a - b) * (a - b)));
            }
        }
        return new MeanDiscrepancy.Stratum(kernel, first.length, second.length);
    }

    @Test
    void statisticAndPValueAgreeWithNumPy() {
        // python3: z=[.1,.4,1.2,1,2.2]; K=exp(-(zi-zj)**2); means of K within both samples, without the diagonal, less
        // twice the mean between them; of all 10 ways to choose the first sample, 4 reach it.
        MeanDiscrepancy found = MeanDiscrepancy.test(
                List.of(stratum(new double[] {0.1, 0.4, 1.2}, new double[] {1.0, 2.2})), 20_000, 1);

        assertThat(found.statistic()).isEqualTo(-0.024106060418703446, within(1e-12));
        assertThat(found.pValue()).isEqualTo(0.4, within(0.015));
        assertThat(found.strata()).isEqualTo(1);
    }

    @Test
    void thePValueIsUniformWhereBothAreTheSame() {
        Random random = new Random(3);
        int under = 0;
        int worlds = 400;
        for (int world = 0; world < worlds; world++) {
            List<MeanDiscrepancy.Stratum> strata = new ArrayList<>();
            for (int s = 0; s < 4; s++) {
                strata.add(stratum(gaussian(random, 5, s), gaussian(random, 4, s)));
            }
            under += MeanDiscrepancy.test(strata, 99, world).pValue() <= 0.1 ? 1 : 0;
        }
        assertThat(under / (double) worlds).isBetween(0.06, 0.14);
    }

    @Test
    void aShiftIsFoundOverStrataThatDiffer() {
        Random random = new Random(4);
        List<MeanDiscrepancy.Stratum> strata = new ArrayList<>();
        for (int s = 0; s < 8; s++) {
            strata.add(stratum(gaussian(random, 5, s), gaussian(random, 5, s + 2.5)));
        }
        assertThat(MeanDiscrepancy.test(strata, 199, 1).pValue()).isEqualTo(1 / 200.0);
    }

    @Test
    void refusesSamplesThatDoNotFit() {
        assertThatThrownBy(() -> new MeanDiscrepancy.Stratum(List.of(1.0), 1, 2))
                .hasMessageContaining("kernel");
        assertThatThrownBy(() -> MeanDiscrepancy.test(List.of(), 9, 1)).hasMessageContaining("strata");
    }

    private static double[] gaussian(Random random, int size, double mean) {
        return DoubleStream.generate(random::nextGaussian)
                .limit(size)
                .map(x -> x + mean)
                .toArray();
    }
}
