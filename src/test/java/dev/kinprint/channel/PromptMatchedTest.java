package dev.kinprint.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"ArrayRecordComponent", "NonApiType"})
class PromptMatchedTest {
    /** Similarities of a few models' made-up answers, as a plain table. */
    private record World(int members, double[][][] gram, boolean[][] present) {
        static World of(Random random, int members, int questions, double missing) {
            double[][][] gram = new double[questions][members][members];
            boolean[][] present = new boolean[questions][members];
            for (int q = 0; q < questions; q++) {
                double[][] vectors = new double[members][6];
                double[] common = random.doubles(6, -2, 2).toArray();
                for (int m = 0; m < members; m++) {
                    present[q][m] = random.nextDouble() >= missing;
                    for (int d = 0; d < 6; d++) {
                        vectors[m][d] = present[q][m] ? common[d] + random.nextGaussian() : 0;
                    }
                }
                for (int i = 0; i < members; i++) {
                    for (int j = 0; j < members; j++) {
                        for (int d = 0; d < 6; d++) {
                            gram[q][i][j] += vectors[i][d] * vectors[j][d];
                        }
                    }
                }
            }
            return new World(members, gram, present);
        }

        World repeated(int... times) {
            List<double[][]> grams = new ArrayList<>();
            List<boolean[]> answered = new ArrayList<>();
            for (int q = 0; q < times.length; q++) {
                for (int k = 0; k < times[q]; k++) {
                    grams.add(gram[q]);
                    answered.add(present[q]);
                }
            }
            return new World(members, grams.toArray(new double[0][][]), answered.toArray(new boolean[0][]));
        }

        PromptMatched profile(boolean asGram) {
            float[][] packed = new float[gram.length][PromptMatched.packed(members)];
            for (int q = 0; q < gram.length; q++) {
                for (int i = 0; i < members; i++) {
                    for (int j = i; j < members; j++) {
                        packed[q][PromptMatched.at(members, i, j)] = (float) gram[q][i][j];
                    }
                }
            }
            return new PromptMatched(members, asGram, packed, present);
        }

        /** The mean similarity of two models over the questions that both answered, each question's mean taken off. */
        double mean(int i, int j, double[] weight) {
            double sum = 0;
            double total = 0;
            for (int q = 0; q < gram.length; q++) {
                if (present[q][i] && present[q][j]) {
                    sum += weight[q] * (gram[q][i][j] - level(q));
                    total += weight[q];
                }
            }
            return total == 0 ? 0 : sum / total;
        }

        private double level(int q) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < members; i++) {
                for (int j = 0; j < i; j++) {
                    if (present[q][i] && present[q][j]) {
                        sum += gram[q][i][j];
                        count++;
                    }
                }
            }
            return count == 0 ? 0 : sum / count;
        }

        /** c(i,j) = G(i,j) − mean_r G(i,r) − mean_r G(j,r) + mean_{r≠r'} G(r,r'), straight from the formula. */
        double centred(int i, int j, List<Integer> background, double[] questions, double[] weight) {
            double left = 0;
            double right = 0;
            double total = 0;
            double between = 0;
            double pairs = 0;
            for (int r : background) {
                left += weight[r] * mean(i, r, questions);
                right += weight[r] * mean(j, r, questions);
                total += weight[r];
                for (int s : background) {
                    if (r != s) {
                        between += weight[r] * weight[s] * mean(r, s, questions);
                        pairs += weight[r] * weight[s];
                    }
                }
            }
            return mean(i, j, questions) - left / total - right / total + between / pairs;
        }

        double cosine(int i, int j, List<Integer> background, double[] questions, double[] weight) {
            return centred(i, j, background, questions, weight)
                    / Math.sqrt(centred(i, i, background, questions, weight)
                            * centred(j, j, background, questions, weight));
        }
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void isTheDoubleCentringOfTheMethodWithWeightsExclusionsAndMissingAnswers() {
        Random random = new Random(7);
        for (int round = 0; round < 8; round++) {
            int members = 8 + random.nextInt(5);
            World world = World.of(random, members, 24, round % 2 == 0 ? 0 : 0.15);
            double[] questions = random.ints(24, 0, 4).asDoubleStream().toArray();
            double[] weight = random.doubles(members, 0.1, 2).toArray();
            weight[3] = 0;
            Aggregate gram = world.profile(true).aggregate(new Weights(questions, weight));
            Aggregate plain = world.profile(false).aggregate(new Weights(questions, weight));
            for (int i = 0; i < members; i++) {
                for (int j = i + 1; j < members; j++) {
                    TreeSet<Integer> out = new TreeSet<>(List.of(i, j, random.nextInt(members)));
                    List<Integer> background = new ArrayList<>();
                    for (int r = 0; r < members; r++) {
                        if (!out.contains(r)) {
                            background.add(r);
                        }
                    }
                    Reference reference = reference(members, out);
                    String pair = "round " + round + ", " + i + " and " + j;
                    double self = Math.min(
                            world.centred(i, i, background, questions, weight),
                            world.centred(j, j, background, questions, weight));
                    if (self > 1e-3) {
                        assertThat(gram.score(i, j, reference).orElseThrow())
                                .as(pair)
                                .isEqualTo(world.cosine(i, j, background, questions, weight), within(1e-4));
                        assertThat(gram.score(j, i, reference)).as(pair).isEqualTo(gram.score(i, j, reference));
                    } else {
                        assertThat(self).as(pair + " is left out").isLessThan(1e-3);
                    }
                    assertThat(plain.score(i, j, reference).orElseThrow())
                            .as(pair)
                            .isEqualTo(world.centred(i, j, background, questions, weight), within(1e-5));
                }
            }
        }
    }

    private static Reference reference(int members, TreeSet<Integer> out) {
        return new Reference(members, out.stream().mapToInt(Integer::intValue).toArray());
    }

    @Test
    void aWeightIsAsGoodAsAskingAgain() {
        World world = World.of(new Random(3), 9, 8, 0.1);
        int[] times = {2, 1, 0, 3, 1, 1, 2, 1};
        double[] weights = Arrays.stream(times).asDoubleStream().toArray();
        Aggregate drawn = world.profile(true).aggregate(new Weights(weights, ones(9)));
        Aggregate repeated = world.repeated(times).profile(true).aggregate(new Weights(ones(11), ones(9)));

        for (int i = 0; i < 9; i++) {
            for (int j = i + 1; j < 9; j++) {
                Reference reference = new Reference(9, i, j);
                assertThat(drawn.score(i, j, reference).orElseThrow())
                        .isEqualTo(repeated.score(i, j, reference).orElseThrow(), within(1e-6));
            }
        }
    }

    /**
     * The null: what is common to all is taken off, and of independent rests nothing is left on average. The same formula
     * with the pair in its own background is off by about one over the size of the background.
     */
    @Test
    void unrelatedModelsScoreZeroOnAverageBecauseThePairIsNotInItsOwnBackground() {
        Random random = new Random(19);
        int members = 10;
        List<Integer> everyone = IntStream.range(0, members).boxed().toList();
        double clean = 0;
        double biased = 0;
        int count = 0;
        for (int round = 0; round < 40; round++) {
            World world = World.of(random, members, 10, 0);
            Aggregate aggregate = world.profile(true).aggregate(new Weights(ones(10), ones(members)));
            for (int i = 0; i < members; i += 2) {
                clean += aggregate
                        .score(i, i + 1, new Reference(members, i, i + 1))
                        .orElseThrow();
                biased += world.cosine(i, i + 1, everyone, ones(10), ones(members));
                count++;
            }
        }
        assertThat(clean / count).as("mean with the pair left out").isEqualTo(0, within(0.03));
        assertThat(biased / count).as("mean with the pair left in").isLessThan(-0.06);
    }

    @Test
    void tooLittleDataIsAbsentAndNeverANumber() {
        World world = World.of(new Random(4), 6, 5, 0);
        PromptMatched profile = world.profile(true);
        Weights even = new Weights(ones(5), ones(6));
        Reference enough = new Reference(6, 0, 1);

        assertThat(profile.aggregate(even).score(0, 1, enough)).isPresent();
        assertThat(profile.aggregate(even).score(0, 1, new Reference(6, 0, 1, 2, 3)))
                .as("two background models")
                .isEmpty();
        assertThat(profile.aggregate(new Weights(new double[] {1, 1, 1, 1, 0}, ones(6)))
                        .score(0, 1, enough))
                .as("four questions")
                .isEmpty();
        assertThat(profile.aggregate(new Weights(new double[5], ones(6))).score(0, 1, enough))
                .as("no question")
                .isEmpty();
        assertThat(profile.aggregate(new Weights(ones(5), new double[6])).score(0, 1, enough))
                .as("no background counts")
                .isEmpty();
        assertThat(profile.aggregate(new Weights(ones(5), new double[] {1, 1, 1, 0, 0, 0}))
                        .score(0, 1, enough))
                .as("one background model counts")
                .isEmpty();
    }

    @Test
    void identicalAnswersHaveNothingOfTheirOwn() {
        float[][] same = new float[6][PromptMatched.packed(6)];
        boolean[][] present = new boolean[6][6];
        for (int q = 0; q < 6; q++) {
            Arrays.fill(same[q], 1);
            Arrays.fill(present[q], true);
        }
        Aggregate aggregate = new PromptMatched(6, true, same, present).aggregate(new Weights(ones(6), ones(6)));

        assertThat(aggregate.score(0, 1, new Reference(6, 0, 1))).isEmpty();
    }

    @Test
    void aSingleQuestionShowsTheSimilarityBeyondItsMean() {
        World world = World.of(new Random(8), 5, 3, 0);
        PromptMatched profile = world.profile(true);
        double sum = 0;
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < i; j++) {
                sum += profile.single(1, i, j).orElseThrow();
            }
        }
        assertThat(sum).isEqualTo(0, within(1e-4));
        assertThat(profile.single(1, 0, 1).orElseThrow()
                        - profile.single(1, 0, 2).orElseThrow())
                .isEqualTo(world.gram()[1][0][1] - world.gram()[1][0][2], within(1e-5));
        boolean[][] gaps = {
            {true, true, true, true, true}, {true, false, true, true, true}, {true, true, true, true, true}
        };
        float[][] packed = new float[3][PromptMatched.packed(5)];
        assertThat(new PromptMatched(5, true, packed, gaps).single(1, 0, 1)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void everyPairHasItsOwnPlace() {
        TreeSet<Integer> places = new TreeSet<>();
        for (int i = 0; i < 7; i++) {
            for (int j = i; j < 7; j++) {
                places.add(PromptMatched.at(7, i, j));
                assertThat(PromptMatched.at(7, j, i)).isEqualTo(PromptMatched.at(7, i, j));
            }
        }
        assertThat(places).hasSize(PromptMatched.packed(7)).first().isEqualTo(0);
        assertThat(places.last()).isEqualTo(PromptMatched.packed(7) - 1);
    }
}
