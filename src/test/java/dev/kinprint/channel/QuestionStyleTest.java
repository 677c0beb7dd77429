package dev.kinprint.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuestionStyleTest {
    private static final int MEMBERS = 8;
    private static final int QUESTIONS = 7;
    private static final int FEATURES = 6;

    /** Counts by member, question and feature; member 3 answered question 2 with nothing that is counted. */
    private static int[][][] table(long seed) {
        Random random = new Random(seed);
        int[][][] table = new int[MEMBERS][QUESTIONS][FEATURES];
        for (int[][] member : table) {
            for (int[] answer : member) {
                Arrays.setAll(answer, f -> random.nextInt(5));
            }
        }
        Arrays.fill(table[3][2], 0);
        return table;
    }

    private static SparseCounts counts(int[][][] table) {
        SparseCounts counts = new SparseCounts(MEMBERS, QUESTIONS, FEATURES);
        for (int m = 0; m < MEMBERS; m++) {
            for (int q = 0; q < QUESTIONS; q++) {
                // Member 6 did not answer question 5.
                if (m != 6 || q != 5) {
                    counts.set(m, q, table[m][q], Arrays.stream(table[m][q]).sum());
                }
            }
        }
        return counts;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] roots(int[] answer) {
        double total = Arrays.stream(answer).sum();
        return Arrays.stream(answer)
                .mapToDouble(count -> total == 0 ? 0 : Math.sqrt(count / total))
                .toArray();
    }

    private static double naive(
            int[][][] table, double[] questions, double[] weight, Reference reference, int i, int j) {
        double sum = 0;
        double total = 0;
        for (int q = 0; q < QUESTIONS; q++) {
            if (q == 5 && (i == 6 || j == 6)) {
                continue;
            }
            double[] a = roots(table[i][q]);
            double[] b = roots(table[j][q]);
            double[] mean = new double[FEATURES];
            double all = 0;
            for (int r = 0; r < MEMBERS; r++) {
                if (reference.holds(r) && !(r == 6 && q == 5)) {
                    all += weight[r];
                    double[] root = roots(table[r][q]);
                    for (int f = 0; f < FEATURES; f++) {
                        mean[f] += weight[r] * root[f];
                    }
                }
            }
            double dot = 0;
            double left = 0;
            double right = 0;
            for (int f = 0; f < FEATURES; f++) {
                double x = a[f] - mean[f] / all;
                double y = b[f] - mean[f] / all;
                dot += x * y;
                left += x * x;
                right += y * y;
            }
            sum += questions[q] * dot / Math.sqrt(left * right);
            total += questions[q];
        }
        return sum / total;
    }

    @Test
    void isTheMeanOverQuestionsOfTheCosineOfWhatTheBackgroundDoesNotDo() {
        Random random = new Random(3);
        int[][][] table = table(1);
        double[] questions = {1, 2, 1, 1, 3, 1, 1};
        double[] weight = random.doubles(MEMBERS, 0.2, 1.5).toArray();
        Aggregate aggregate = new QuestionStyle(counts(table)).aggregate(new Weights(questions, weight));
        for (int i = 0; i < MEMBERS; i++) {
            for (int j = 0; j < MEMBERS; j++) {
                if (i != j) {
                    Reference reference = new Reference(MEMBERS, i, j, random.nextInt(MEMBERS));
                    assertThat(aggregate.score(i, j, reference).orElseThrow())
                            .as("%d and %d", i, j)
                            .isEqualTo(naive(table, questions, weight, reference, i, j), within(1e-6));
                }
            }
        }
    }

    /** What a bootstrap weighs anew is the questions alone: the background keeps its weights. */
    @Test
    void itsPartsWeighedAnewAreTheScoreUnderTheseWeights() {
        int[][][] table = table(5);
        double[] weight = new Random(6).doubles(MEMBERS, 0.2, 1.5).toArray();
        QuestionStyle style = new QuestionStyle(counts(table));
        Aggregate plain = style.aggregate(new Weights(ones(QUESTIONS), weight));
        for (double[] questions :
                List.of(ones(QUESTIONS), new double[] {0, 2, 1, 0, 3, 1, 1}, new double[] {1, 1, 1, 1, 0, 0, 0})) {
            Weights drawn = new Weights(questions, weight);
            for (int j : new int[] {1, 3, 6}) {
                Reference reference = new Reference(MEMBERS, 0, j, 4);
                assertThat(plain.byQuestion(0, j, reference).orElseThrow().under(drawn))
                        .isEqualTo(style.aggregate(drawn).score(0, j, reference));
            }
        }
    }

    @Test
    void aRowOfScoresIsTheScoresOneByOneToTheLastBit() {
        double[] weight = new Random(8).doubles(MEMBERS, 0.2, 1.5).toArray();
        weight[5] = 0;
        Aggregate aggregate = new QuestionStyle(counts(table(7))).aggregate(new Weights(ones(QUESTIONS), weight));
        Reference together = new Reference(MEMBERS, 0, 1, 2);
        List<Optional<Reference>> references = new ArrayList<>();
        for (int j = 0; j < MEMBERS; j++) {
            references.add(
                    j == 0 ? Optional.empty() : Optional.of(j <= 2 ? together : new Reference(MEMBERS, 0, j, 5)));
        }
        List<OptionalDouble> row = aggregate.scores(0, references);
        assertThat(row).hasSize(MEMBERS);
        assertThat(row.get(0)).isEmpty();
        for (int j = 1; j < MEMBERS; j++) {
            assertThat(row.get(j))
                    .isPresent()
                    .isEqualTo(aggregate.score(0, j, references.get(j).orElseThrow()));
        }
    }

    @Test
    void oneQuestionByHand() {
        int[][][] table = new int[MEMBERS][QUESTIONS][FEATURES];
        for (int m = 0; m < MEMBERS; m++) {
            for (int q = 0; q < QUESTIONS; q++) {
                table[m][q] = m == 0
                        ? new int[] {1, 3, 0, 0, 0, 0}
                        : m == 1 ? new int[] {4, 0, 5, 0, 0, 0} : new int[] {2, 1, 1, 0, 0, 0};
            }
        }
        Weights even = new Weights(ones(QUESTIONS), ones(MEMBERS));

        assertThat(new QuestionStyle(counts(table))
                        .aggregate(even)
                        .score(0, 1, new Reference(MEMBERS, 0, 1))
                        .orElseThrow())
                .as("""
                        import numpy as np; r=lambda v: np.sqrt(np.array(v)/sum(v)); b=r([2,1,1])
                        x=r([1,3,0])-b; y=r([4,0,5])-b; print(x@y/np.sqrt(x@x*(y@y)))
                        """)
                .isEqualTo(-0.8149071213464032, within(1e-6));
    }

    /** To stop where all others go on is a likeness; to do just what all do is neither likeness nor difference. */
    @Test
    void twoThatStopEarlyAreAlikeInThatAndWhoDoesAsAllDoSaysNothing() {
        int[][][] table = table(2);
        table[1] = table[0].clone();
        for (int q = 0; q < 2; q++) {
            table[0][q] = new int[FEATURES];
            table[1][q] = new int[FEATURES];
        }
        Weights even = new Weights(ones(QUESTIONS), ones(MEMBERS));
        Reference others = new Reference(MEMBERS, 0, 1);
        assertThat(new QuestionStyle(counts(table))
                        .aggregate(even)
                        .score(0, 1, others)
                        .orElseThrow())
                .isEqualTo(1, within(1e-9));

        table[1][2] = new int[FEATURES];
        assertThat(new QuestionStyle(counts(table)).aggregate(even).score(0, 1, others))
                .as("model 1 says something in four answers: who knows whether it was cut")
                .isEmpty();

        int[][][] alike = table(2);
        for (int m = 1; m < MEMBERS; m++) {
            alike[m] = alike[1];
        }
        alike[6] = table(2)[6];
        assertThat(new QuestionStyle(counts(alike)).aggregate(even).score(0, 1, new Reference(MEMBERS, 0, 1, 6)))
                .as("model 1 is the background")
                .isEmpty();
    }

    @Test
    void underFiveQuestionsAndWithoutABackgroundItIsAbsent() {
        QuestionStyle style = new QuestionStyle(counts(table(4)));
        Reference reference = new Reference(MEMBERS, 0, 1);
        for (double[] questions : List.of(new double[] {1, 1, 1, 1, 0, 0, 0}, new double[QUESTIONS])) {
            assertThat(style.aggregate(new Weights(questions, ones(MEMBERS))).score(0, 1, reference))
                    .isEmpty();
        }
        Weights even = new Weights(ones(QUESTIONS), ones(MEMBERS));
        assertThat(style.aggregate(even).score(0, 1, new Reference(MEMBERS, 0, 1, 2, 3, 4, 5, 6, 7)))
                .isEmpty();
        assertThat(style.aggregate(even).score(0, 1, reference)).isPresent();
        assertThat(style.ranksCandidates()).isTrue();
    }
}
