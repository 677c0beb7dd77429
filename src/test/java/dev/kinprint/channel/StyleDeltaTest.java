package dev.kinprint.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StyleDeltaTest {
    private static final int MEMBERS = 9;
    private static final int QUESTIONS = 6;
    private static final int FEATURES = 30;

    /** Counts by member, question and feature; a cell of nothing is one that was not answered. */
    private static int[][][] table(long seed) {
        Random random = new Random(seed);
        int[][][] table = new int[MEMBERS][QUESTIONS][FEATURES];
        for (int m = 0; m < MEMBERS; m++) {
            for (int q = 0; q < QUESTIONS; q++) {
                for (int f = 0; f < FEATURES; f++) {
                    table[m][q][f] = f == 7 ? 2 : random.nextInt(4) * random.nextInt(4);
                }
            }
        }
        return table;
    }

    /** Each cell holds one occurrence outside the fixed set of features. */
    private static SparseCounts counts(int[][][] table) {
        SparseCounts counts = new SparseCounts(MEMBERS, table[0].length, FEATURES);
        for (int m = 0; m < MEMBERS; m++) {
            for (int q = 0; q < table[m].length; q++) {
                counts.set(m, q, table[m][q], Arrays.stream(table[m][q]).sum() + 1);
            }
        }
        return counts;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double naive(
            int[][][] table, double[] questions, double[] weight, Reference reference, int i, int j) {
        double[][] share = new double[MEMBERS][FEATURES];
        for (int m = 0; m < MEMBERS; m++) {
            double total = 0;
            for (int q = 0; q < QUESTIONS; q++) {
                total += questions[q] * (Arrays.stream(table[m][q]).sum() + 1);
            }
            for (int f = 0; f < FEATURES; f++) {
                for (int q = 0; q < QUESTIONS; q++) {
                    share[m][f] += questions[q] * table[m][q][f] / total;
                }
            }
        }
        double dot = 0;
        double left = 0;
        double right = 0;
        for (int f = 0; f < FEATURES; f++) {
            double all = 0;
            double mean = 0;
            for (int r = 0; r < MEMBERS; r++) {
                all += reference.holds(r) ? weight[r] : 0;
                mean += reference.holds(r) ? weight[r] * share[r][f] : 0;
            }
            mean /= all;
            double variance = 0;
            for (int r = 0; r < MEMBERS; r++) {
                variance += reference.holds(r) ? weight[r] * Math.pow(share[r][f] - mean, 2) / all : 0;
            }
            double a = (share[i][f] - mean) / Math.sqrt(variance);
            double b = (share[j][f] - mean) / Math.sqrt(variance);
            dot += a * b;
            left += a * a;
            right += b * b;
        }
        return dot / Math.sqrt(left * right);
    }

    @Test
    void isTheCosineOfZScoresOverTheBackground() {
        Random random = new Random(2);
        int[][][] table = table(5);
        double[] questions = {1, 2, 0, 1, 3, 1};
        double[] weight = random.doubles(MEMBERS, 0.2, 1.5).toArray();
        Aggregate aggregate = new StyleDelta(counts(table)).aggregate(new Weights(questions, weight));
        for (int i = 0; i < MEMBERS; i++) {
            for (int j = i + 1; j < MEMBERS; j++) {
                Reference reference = new Reference(MEMBERS, i, j, random.nextInt(MEMBERS));
                assertThat(aggregate.score(i, j, reference).orElseThrow())
                        .as("%d and %d", i, j)
                        .isEqualTo(naive(table, questions, weight, reference, i, j), within(1e-9));
                assertThat(aggregate.score(j, i, reference)).isEqualTo(aggregate.score(i, j, reference));
            }
        }
    }

    /** Models use different features here, so that what a closed aggregate left in its room would be seen. */
    @Test
    void theRoomOfAClosedAggregateIsAsGoodAsNew() {
        Random random = new Random(3);
        int[][][] table = table(8);
        for (int m = 0; m < MEMBERS; m++) {
            for (int q = 0; q < QUESTIONS; q++) {
                table[m][q][10 + m] = 0;
            }
        }
        Reference reference = new Reference(MEMBERS, 2, 4);
        StyleDelta profile = new StyleDelta(counts(table));
        for (int draw = 0; draw < 20; draw++) {
            double[] questions = random.ints(QUESTIONS, 0, 3)
                    .asDoubleStream()
                    .map(w -> w + 0.5)
                    .toArray();
            Weights weights =
                    new Weights(questions, random.doubles(MEMBERS, 0.2, 1.5).toArray());
            try (Aggregate aggregate = profile.aggregate(weights)) {
                assertThat(aggregate.score(2, 4, reference))
                        .as("draw %d", draw)
                        .isPresent()
                        .isEqualTo(
                                new StyleDelta(counts(table)).aggregate(weights).score(2, 4, reference));
            }
        }
    }

    @Test
    void aWeightIsAsGoodAsAskingAgain() {
        int[][][] table = table(6);
        int[][][] longer = new int[MEMBERS][][];
        for (int m = 0; m < MEMBERS; m++) {
            int[][] t = table[m];
            longer[m] = new int[][] {t[0], t[0], t[1], t[3], t[4], t[5], t[5], t[5]};
        }
        double[] drawn = {2, 1, 0, 1, 1, 3};
        Reference reference = new Reference(MEMBERS, 2, 4);

        assertThat(new StyleDelta(counts(table))
                        .aggregate(new Weights(drawn, ones(MEMBERS)))
                        .score(2, 4, reference)
                        .orElseThrow())
                .isEqualTo(
                        new StyleDelta(counts(longer))
                                .aggregate(new Weights(ones(8), ones(MEMBERS)))
                                .score(2, 4, reference)
                                .orElseThrow(),
                        within(1e-12));
    }

    /** A feature that all background models use alike has no scale, so it may not decide, however odd the pair is. */
    @Test
    void aFeatureWithoutSpreadInTheBackgroundIsPassedOver() {
        int[][][] table = table(7);
        for (int m = 2; m < MEMBERS; m++) {
            table[m] = table[2];
        }
        Weights even = new Weights(ones(QUESTIONS), ones(MEMBERS));

        assertThat(new StyleDelta(counts(table)).aggregate(even).score(0, 1, new Reference(MEMBERS, 0, 1)))
                .isEmpty();
    }

    /**
     * A feature that the pair alone uses has no spread in the background, but taking the pair off the sums leaves a trace
     * of rounding. Taken for a spread, it makes any two models that share one rare word look the same.
     */
    @Test
    void aRareWordThatOnlyThePairUsesDoesNotDecide() {
        for (int round = 0; round < 50; round++) {
            int[][][] table = table(100 + round);
            for (int m = 0; m < MEMBERS; m++) {
                for (int q = 0; q < QUESTIONS; q++) {
                    table[m][q][9] = m < 2 ? 1 + q % 2 : 0;
                }
            }
            int[][][] without = table(100 + round);
            for (int[][] own : without) {
                for (int[] cell : own) {
                    cell[9] = 0;
                }
            }
            Aggregate aggregate = new StyleDelta(counts(table)).aggregate(new Weights(ones(QUESTIONS), labs()));
            Aggregate bare = new StyleDelta(counts(without)).aggregate(new Weights(ones(QUESTIONS), labs()));
            Reference reference = new Reference(MEMBERS, 0, 1);

            assertThat(aggregate.score(0, 1, reference).orElseThrow())
                    .as("round %d", round)
                    .isEqualTo(bare.score(0, 1, reference).orElseThrow(), within(0.2));
        }
    }

    private static double[] labs() {
        double[] weight = ones(MEMBERS);
        Arrays.setAll(weight, m -> 1.0 / (1 + m % 3));
        return weight;
    }

    @Test
    void tooLittleTextIsAbsent() {
        int[][][] table = table(8);
        for (int q = 1; q < QUESTIONS; q++) {
            table[0][q] = new int[FEATURES];
        }
        Weights even = new Weights(ones(QUESTIONS), ones(MEMBERS));
        Aggregate aggregate = new StyleDelta(counts(table)).aggregate(even);

        assertThat(Arrays.stream(table[0][0]).sum() + QUESTIONS).as("tokens").isLessThan(200);
        assertThat(aggregate.score(0, 1, new Reference(MEMBERS, 0, 1))).isEmpty();
        assertThat(aggregate.score(1, 2, new Reference(MEMBERS, 1, 2))).isPresent();
        assertThat(aggregate.score(1, 2, new Reference(MEMBERS, 1, 2, 3, 4, 5, 6, 7)))
                .as("two background models, one of them nearly silent")
                .isEmpty();
    }
}
