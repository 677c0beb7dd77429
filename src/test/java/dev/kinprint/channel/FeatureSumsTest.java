package dev.kinprint.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FeatureSumsTest {
    /** Half of the features share their lowest bits, so that they have to look for places. */
    @Test
    void addsUpAsAMapDoes() {
        Random random = new Random(1);
        Map<Long, Long> expected = new TreeMap<>();
        FeatureSums sums = new FeatureSums();
        for (int k = 0; k < 20_000; k++) {
            long feature = random.nextBoolean() ? random.nextInt(500) : (long) random.nextInt(500) << 40;
            long amount = 1 + random.nextInt(9);
            expected.merge(feature, amount, Long::sum);
            sums.add(feature, amount);
        }
        Map<Long, Long> found = new TreeMap<>();
        sums.forEach((feature, sum) -> assertThat(found.put(feature, sum)).isNull());

        assertThat(found).isEqualTo(expected);
        assertThat(expected).containsKey(0L);
        expected.forEach((feature, sum) -> assertThat(sums.get(feature)).isEqualTo(sum));
        assertThat(sums.get(-5)).isZero();
        assertThat(Arrays.stream(sums.features()).boxed().toList())
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    @Test
    void aTallyCountsInTheOrderInWhichNumbersAreMetAndForgetsTheTextBefore() {
        Tally tally = new Tally().of(new int[] {5, 5, 1 << 19, 5 + 64, 5});
        assertThat(tally.size()).isEqualTo(3);
        assertThat(new int[] {tally.number(0), tally.number(1), tally.number(2)})
                .containsExactly(5, 1 << 19, 69);
        assertThat(new int[] {tally.count(0), tally.count(1), tally.count(2)}).containsExactly(3, 1, 1);

        int[] many = new Random(2).ints(5_000, 0, 700).toArray();
        tally.of(many);
        Map<Integer, Integer> expected = new TreeMap<>();
        Arrays.stream(many).forEach(number -> expected.merge(number, 1, Integer::sum));
        Map<Integer, Integer> found = new TreeMap<>();
        for (int k = 0; k < tally.size(); k++) {
            found.put(tally.number(k), tally.count(k));
        }
        assertThat(found).isEqualTo(expected);
        assertThat(tally.of(new int[] {7}).size()).isEqualTo(1);
        assertThat(tally.count(0)).isEqualTo(1);
    }

    /** Few and many holders of a position are summed in different ways, and an entry may stand twice in a vector. */
    @Test
    void theGramMatrixIsAllDotProducts() {
        Random random = new Random(3);
        float[] idf = new float[1 << 15];
        for (int c = 0; c < idf.length; c++) {
            idf[c] = 1 + random.nextFloat();
        }
        double[][] dense = new double[9][idf.length];
        SparseVector[] vectors = new SparseVector[9];
        for (int m = 0; m < vectors.length; m++) {
            int[] common = random.ints(30, 0, 12).toArray();
            int[] rare = random.ints(40, 0, idf.length).toArray();
            vectors[m] = m == 4
                    ? SparseVector.EMPTY
                    : SparseVector.mean(
                            SparseVector.tfIdf(new Tally().of(common), idf),
                            SparseVector.tfIdf(new Tally().of(rare), idf),
                            SparseVector.tfIdf(new Tally().of(common), idf));
            for (int k = 0; k < vectors[m].size(); k++) {
                dense[m][vectors[m].position(k)] += vectors[m].value(k);
            }
        }
        float[] gram = SparseVector.gram(vectors);
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < vectors.length; j++) {
                double dot = 0;
                for (int c = 0; c < idf.length; c++) {
                    dot += dense[i][c] * dense[j][c];
                }
                assertThat(gram[PromptMatched.at(9, i, j)])
                        .as("%d and %d", i, j)
                        .isCloseTo((float) dot, org.assertj.core.api.Assertions.within(1e-5f));
            }
        }
    }
}
