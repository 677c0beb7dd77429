package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    /** The generator is part of the result: other draws from the same seed would be another result. */
    @Test
    void theFirstDrawsOfASeedArePinned() {
        Draws draws = new Draws(42, 7);
        assertThat(draws.uniform()).isEqualTo(0.15817567709971914);
        assertThat(draws.permutation(8)).containsExactly(1, 5, 7, 6, 2, 0, 4, 3);
        assertThat(draws.bootstrap(6)).containsExactly(1, 2, 1, 0, 2, 0);
        assertThat(draws.normal()).isEqualTo(-0.1847358989976547);
    }

    @Test
    void theSameSeedAndStreamDrawTheSame() {
        assertThat(new Draws(-5, 3).permutation(100)).isEqualTo(new Draws(-5, 3).permutation(100));
        assertThat(new Draws(-5, 3).permutation(100)).isNotEqualTo(new Draws(-5, 4).permutation(100));
        assertThat(new Draws(-5, 3).permutation(100)).isNotEqualTo(new Draws(-6, 3).permutation(100));
        assertThat(new Draws(1L << 32, 0).permutation(100))
                .as("the upper half of a seed counts")
                .isNotEqualTo(new Draws(0, 0).permutation(100));
    }

    @Test
    void aBootstrapDrawCountsAsManyAsThereAre() {
        double[] sums = new double[10];
        for (int b = 0; b < 2_000; b++) {
            double[] counts = new Draws(1, b).bootstrap(10);
            assertThat(Arrays.stream(counts).sum()).isEqualTo(10);
            IntStream.range(0, 10).forEach(i -> sums[i] += counts[i]);
        }
        // Binomial(20000, 1/10): standard deviation 42; five of them either way.
        assertThat(Arrays.stream(sums).boxed())
                .allSatisfy(sum -> assertThat(sum).isEqualTo(2_000.0, within(212.0)));
    }

    @Test
    void everyPermutationIsAsLikely() {
        int[] seen = new int[6];
        for (int b = 0; b < 6_000; b++) {
            int[] order = new Draws(9, b).permutation(3);
            assertThat(Arrays.stream(order).sorted().toArray()).containsExactly(0, 1, 2);
            seen[order[0] * 2 + (order[1] > order[2] ? 1 : 0)]++;
        }
        // Chi-squared with 5 degrees of freedom: scipy.stats.chi2.ppf(0.9999, 5) = 25.74.
        double chi2 = Arrays.stream(seen)
                .mapToDouble(n -> (n - 1_000.0) * (n - 1_000.0) / 1_000)
                .sum();
        assertThat(chi2).isLessThan(25.74);
    }

    @Test
    void uniformNumbersFillTheirRangeAndNormalOnesHaveTheirMoments() {
        Draws draws = new Draws(3, 0);
        int[] tenths = new int[10];
        Moments.Sum normal = new Moments.Sum();
        for (int k = 0; k < 10_000; k++) {
            double u = draws.uniform();
            assertThat(u).isGreaterThanOrEqualTo(0).isLessThan(1);
            tenths[(int) (u * 10)]++;
            normal.add(draws.normal(), 1);
        }
        assertThat(Arrays.stream(tenths).boxed()).allSatisfy(n -> assertThat(n).isBetween(850, 1150));
        assertThat(normal.moments().mean()).isEqualTo(0, within(0.05));
        assertThat(normal.moments().deviation()).isEqualTo(1, within(0.05));
    }
}
