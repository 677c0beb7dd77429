package dev.kinprint.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.stats.LogOdds;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OveruseTest {
    private static final int MEMBERS = 7;
    private static final int QUESTIONS = 9;
    private static final int FEATURES = 15;

    private static int[][][] table() {
        Random random = new Random(2);
        int[][][] table = new int[MEMBERS][QUESTIONS][FEATURES];
        for (int[][] member : table) {
            for (int[] question : member) {
                for (int k = 0; k < 6; k++) {
                    question[random.nextInt(FEATURES)]++;
                }
            }
        }
        return table;
    }

    private static Overuse profile(int[][][] table) {
        SparseCounts counts = new SparseCounts(MEMBERS, QUESTIONS, FEATURES);
        for (int m = 0; m < MEMBERS; m++) {
            for (int q = 0; q < QUESTIONS; q++) {
                counts.set(m, q, table[m][q], Arrays.stream(table[m][q]).sum());
            }
        }
        return new Overuse(counts);
    }

    private static double sum(int[][][] table, int member, int feature) {
        return Arrays.stream(table[member])
                .mapToInt(question -> question[feature])
                .sum();
    }

    @Test
    void agreesWithThePlainSum() {
        int[][][] table = table();
        double[] lab = {1, 0.5, 0.5, 1, 1, 0.25, 1};
        double[] ones = new double[QUESTIONS];
        Arrays.fill(ones, 1);
        Reference reference = new Reference(MEMBERS, 1, 4, 5);
        double total = 54;
        double rest = 54 * (1 + 0.5 + 1 + 1);
        double dot = 0;
        double left = 0;
        double right = 0;
        for (int f = 0; f < FEATURES; f++) {
            double there = 0;
            for (int m : new int[] {0, 2, 3, 6}) {
                there += lab[m] * sum(table, m, f);
            }
            double prior = 500 * (there + 0.5) / (rest + 0.5 * FEATURES);
            double a = Math.max(
                    0,
                    LogOdds.of(sum(table, 1, f), total, there, rest, prior, 500).z());
            double b = Math.max(
                    0,
                    LogOdds.of(sum(table, 4, f), total, there, rest, prior, 500).z());
            a = sum(table, 1, f) / total > there / rest ? a : 0;
            b = sum(table, 4, f) / total > there / rest ? b : 0;
            dot += a * b;
            left += a * a;
            right += b * b;
        }

        assertThat(profile(table)
                        .aggregate(new Weights(ones, lab))
                        .score(1, 4, reference)
                        .orElseThrow())
                .isEqualTo(dot / Math.sqrt(left * right), within(1e-12));
    }

    @Test
    void needsFiveAnswersAndThreeInTheBackground() {
        Overuse profile = profile(table());
        double[] four = {1, 1, 1, 1, 0, 0, 0, 0, 0};
        double[] members = {1, 1, 1, 1, 1, 1, 1};
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1};

        assertThat(profile.aggregate(new Weights(four, members)).score(0, 1, new Reference(MEMBERS, 0, 1)))
                .isEmpty();
        assertThat(profile.aggregate(new Weights(ones, members)).score(0, 1, new Reference(MEMBERS, 0, 1, 2, 3, 4)))
                .isEmpty();
    }
}
