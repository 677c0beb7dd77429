package dev.kinprint.channel;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Style compared question by question. For each question a model's answer is the vector of the square roots of its
 * relative token frequencies, whose dot product with another is their Bhattacharyya coefficient. The mean vector of the
 * reference set is taken off, and the score of a pair is the mean over questions of the cosine of what remains.
 *
 * <p>Roots keep the commonest tokens from deciding alone, and every question counts the same however far the models lie
 * from the rest in it. Sums over all answers, as in Cosine Delta, lose what a model does with this question and not with
 * that one, which is what it takes over from the texts that it was trained on.
 *
 * <p>Nothing at all is a vector of zeros, so two models that are the only ones to stop early are alike in that.
 */
final class QuestionStyle implements Profile {
    private static final double LEAST_QUESTIONS = 5;

    /** A shorter remainder is rounding: the model does in this question exactly what the reference set does. */
    private static final double LEAST_LENGTH = 1e-5;

    private final SparseCounts counts;
    private final float[][] roots;

    QuestionStyle(SparseCounts counts) {
        this.counts = counts;
        this.roots = new float[counts.members() * counts.questions()][];
        for (int cell = 0; cell < roots.length; cell++) {
            int model = cell / counts.questions();
            int question = cell % counts.questions();
            roots[cell] = counts.answered(model, question) ? counts.roots(model, question) : new float[0];
        }
    }

    /** Adds a model's vector times a factor; returns the factor, or 0 where the model did not answer. */
    private double add(double[] to, int model, int question, double factor) {
        if (factor == 0 || !counts.answered(model, question)) {
            return 0;
        }
        int[] used = counts.used(model, question);
        float[] root = roots[model * counts.questions() + question];
        for (int k = 0; k < used.length; k++) {
            to[used[k]] += factor * root[k];
        }
        return factor;
    }

    @Override
    public boolean ranksCandidates() {
        return true;
    }

    @Override
    public Aggregate aggregate(Weights weights) {
        return new Scored(weights);
    }

    private final class Scored implements Aggregate {
        private final int[] questions;
        private final double[] weight;
        private final double[] member;
        private final double perQuestion;
        private final double[][] sum;
        private final double[] answered;

        Scored(Weights weights) {
            questions = IntStream.range(0, weights.questions())
                    .filter(q -> weights.question(q) > 0)
                    .toArray();
            weight = Arrays.stream(questions).mapToDouble(weights::question).toArray();
            perQuestion = Arrays.stream(weight).average().orElse(1);
            member = IntStream.range(0, counts.members())
                    .mapToDouble(weights::member)
                    .toArray();
            sum = new double[questions.length][counts.features()];
            answered = new double[questions.length];
            IntStream.range(0, questions.length).parallel().forEach(k -> {
                for (int m = 0; m < member.length; m++) {
                    answered[k] += add(sum[k], m, questions[k], member[m]);
                }
            });
        }

        @Override
        public OptionalDouble score(int i, int j, Reference reference) {
            double total = 0;
            double informative = 0;
            double[] mean = new double[counts.features()];
            double[] left = new double[mean.length];
            double[] right = new double[mean.length];
            for (int k = 0; k < questions.length; k++) {
                int q = questions[k];
                if (!counts.answered(i, q) || !counts.answered(j, q)) {
                    continue;
                }
                System.arraycopy(sum[k], 0, mean, 0, mean.length);
                double rest = answered[k];
                for (int x = 0; x < reference.excludedCount(); x++) {
                    rest += add(mean, reference.excluded(x), q, -member[reference.excluded(x)]);
                }
                if (rest <= 1e-9 * answered[k]) {
                    continue;
                }
                Arrays.fill(left, 0);
                Arrays.fill(right, 0);
                add(left, i, q, 1);
                add(right, j, q, 1);
                OptionalDouble cosine = cosine(left, right, mean, rest);
                if (cosine.isPresent()) {
                    informative += weight[k];
                    total += weight[k] * cosine.getAsDouble();
                }
            }
            return informative < LEAST_QUESTIONS * perQuestion * (1 - 1e-9)
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(total / informative);
        }

        private static OptionalDouble cosine(double[] left, double[] right, double[] sum, double rest) {
            double dot = 0;
            double squaresLeft = 0;
            double squaresRight = 0;
            for (int f = 0; f < sum.length; f++) {
                double mean = sum[f] / rest;
                double a = left[f] - mean;
                double b = right[f] - mean;
                dot += a * b;
                squaresLeft += a * a;
                squaresRight += b * b;
            }
            double least = LEAST_LENGTH * LEAST_LENGTH;
            return squaresLeft < least || squaresRight < least
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(dot / Math.sqrt(squaresLeft * squaresRight));
        }
    }
}
