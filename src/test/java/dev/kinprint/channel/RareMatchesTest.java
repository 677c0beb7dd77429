package dev.kinprint.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RareMatchesTest {
    private static final int MEMBERS = 8;
    private static final int QUESTIONS = 6;
    private static final int FEATURES = 12;

    private static int[][][] table(long seed) {
        Random random = new Random(seed);
        int[][][] table = new int[MEMBERS][QUESTIONS][FEATURES];
        for (int m = 0; m < MEMBERS; m++) {
            for (int q = 0; q < QUESTIONS; q++) {
                table[m][q][random.nextInt(FEATURES)]++;
                table[m][q][m % 3]++;
            }
        }
        return table;
    }

    private static RareMatches profile(int[][][] table) {
        SparseCounts counts = new SparseCounts(MEMBERS, QUESTIONS, FEATURES);
        for (int m = 0; m < MEMBERS; m++) {
            for (int q = 0; q < table[m].length; q++) {
                counts.set(m, q, table[m][q], Arrays.stream(table[m][q]).sum());
            }
        }
        return new RareMatches(counts);
    }

    private static double naive(
            int[][][] table, double[] questions, double[] weight, Reference reference, int i, int j) {
        double all = 0;
        for (int r = 0; r < MEMBERS; r++) {
            all += reference.holds(r) ? weight[r] : 0;
        }
        double dot = 0;
        double left = 0;
        double right = 0;
        for (int f = 0; f < FEATURES; f++) {
            double holders = 0;
            for (int r = 0; r < MEMBERS; r++) {
                holders += reference.holds(r) && count(table[r], questions, f) > 0 ? weight[r] : 0;
            }
            int size = reference.size();
            double rarity = Math.log((1 + size) / (1 + holders / all * size));
            double a = damped(count(table[i], questions, f)) * rarity;
            double b = damped(count(table[j], questions, f)) * rarity;
            dot += a * b;
            left += a * a;
            right += b * b;
        }
        return dot / Math.sqrt(left * right);
    }

    private static double count(int[][] own, double[] questions, int feature) {
        double sum = 0;
        for (int q = 0; q < QUESTIONS; q++) {
            sum += questions[q] * own[q][feature];
        }
        return sum;
    }

    private static double damped(double count) {
        return count == 0 ? 0 : 1 + Math.log(count);
    }

    @Test
    void isTheCosineOfCountsWeightedByRarity() {
        Random random = new Random(1);
        int[][][] table = table(3);
        double[] questions = {1, 2, 0, 1, 3, 1};
        double[] weight = random.doubles(MEMBERS, 0.2, 1.5).toArray();
        Aggregate aggregate = profile(table).aggregate(new Weights(questions, weight));
        for (int i = 0; i < MEMBERS; i++) {
            for (int j = i + 1; j < MEMBERS; j++) {
                Reference reference = new Reference(MEMBERS, i, j, random.nextInt(MEMBERS));
                assertThat(aggregate.score(i, j, reference).orElseThrow())
                        .as("%d and %d", i, j)
                        .isEqualTo(naive(table, questions, weight, reference, i, j), within(1e-12));
                assertThat(aggregate.score(j, i, reference).orElseThrow())
                        .isEqualTo(aggregate.score(i, j, reference).orElseThrow(), within(1e-15));
            }
        }
    }

    @Test
    void aScoreLeavesNothingBehindForTheNext() {
        Random random = new Random(4);
        int[][][] table = table(9);
        RareMatches profile = profile(table);
        for (int draw = 0; draw < 20; draw++) {
            Weights weights = new Weights(
                    random.ints(QUESTIONS, 0, 3)
                            .asDoubleStream()
                            .map(w -> w + 0.5)
                            .toArray(),
                    random.doubles(MEMBERS, 0.2, 1.5).toArray());
            int i = random.nextInt(MEMBERS);
            int j = (i + 1 + random.nextInt(MEMBERS - 1)) % MEMBERS;
            Reference reference = new Reference(MEMBERS, i, j);
            assertThat(profile.aggregate(weights).score(i, j, reference))
                    .as("draw %d", draw)
                    .isPresent()
                    .isEqualTo(profile(table).aggregate(weights).score(i, j, reference));
        }
    }

    @Test
    void whatOnlyThePairSharesWeighsMostAndWhatAllUseWeighsNothing() {
        int[][][] table = new int[MEMBERS][QUESTIONS][FEATURES];
        for (int m = 0; m < MEMBERS; m++) {
            for (int q = 0; q < QUESTIONS; q++) {
                table[m][q][0] = 1;
                table[m][q][m < 2 ? 1 : m] = 1;
            }
        }
        Aggregate aggregate = profile(table)
                .aggregate(new Weights(new double[] {1, 1, 1, 1, 1, 1}, new double[] {1, 1, 1, 1, 1, 1, 1, 1}));

        assertThat(aggregate.score(0, 1, new Reference(MEMBERS, 0, 1)).orElseThrow())
                .isEqualTo(1, within(1e-12));
        assertThat(aggregate.score(0, 2, new Reference(MEMBERS, 0, 2)).orElseThrow())
                .isEqualTo(0, within(1e-12));
    }

    @Test
    void tooLittleDataIsAbsent() {
        int[][][] table = table(4);
        double[] all = {1, 1, 1, 1, 1, 1, 1, 1};
        Reference reference = new Reference(MEMBERS, 0, 1);

        assertThat(profile(table)
                        .aggregate(new Weights(new double[] {1, 1, 1, 1, 0, 0}, all))
                        .score(0, 1, reference))
                .as("four answers")
                .isEmpty();
        assertThat(profile(table)
                        .aggregate(new Weights(new double[] {1, 1, 1, 1, 1, 1}, all))
                        .score(0, 1, new Reference(MEMBERS, 0, 1, 2, 3, 4, 5)))
                .as("two background models")
                .isEmpty();
        int[][][] shared = new int[MEMBERS][QUESTIONS][FEATURES];
        for (int[][] own : shared) {
            for (int[] cell : own) {
                cell[0] = 1;
            }
        }
        assertThat(profile(shared)
                        .aggregate(new Weights(new double[] {1, 1, 1, 1, 1, 1}, all))
                        .score(0, 1, reference))
                .as("nothing but what all use")
                .isEmpty();
    }
}
