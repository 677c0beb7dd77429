package dev.kinprint.channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * <p>A bootstrap draws questions anew; the labs of the background are drawn anew only where the score is normalised, and
 * the mean vector of each question stays. An interval holds what other questions would change, and what other labs would
 * change in the mean and the spread of strangers' scores.
 *
 * <p>Nothing at all is a vector of zeros, so two models that are the only ones to stop early are alike in that. A model
 * that says nothing in nearly every answer has no score: whether it stops early or was cut cannot be told.
 */
final class QuestionStyle implements Profile {
    /** A shorter remainder is rounding: the model does in this question exactly what the reference set does. */
    private static final double LEAST_LENGTH = 1e-5;

    /** In so many answers a model must say something. */
    private static final int LEAST_ANSWERS = 5;

    private final SparseCounts counts;
    private final boolean[] speaks;

    QuestionStyle(SparseCounts counts) {
        this.counts = counts;
        this.speaks = new boolean[counts.members()];
        for (int m = 0; m < speaks.length; m++) {
            int member = m;
            speaks[m] = IntStream.range(0, counts.questions())
                            .filter(q -> counts.answered(member, q) && counts.used(member, q).length > 0)
                            .limit(LEAST_ANSWERS)
                            .count()
                    == LEAST_ANSWERS;
        }
    }

    @Override
    public boolean ranksCandidates() {
        return true;
    }

    @Override
    public Aggregate aggregate(Weights weights) {
        return new Scored(weights);
    }

    /** All models' vectors at one question, their weighted sum, and the weight of who answered. */
    private final class Question {
        private final int number;
        private final int[][] used = new int[counts.members()][];
        private final float[][] roots = new float[counts.members()][];
        private final double[] squares = new double[counts.members()];
        private final double[] sum = new double[counts.features()];
        private double answered;

        Question(int number, Weights weights) {
            this.number = number;
            for (int m = 0; m < used.length; m++) {
                if (counts.answered(m, number)) {
                    used[m] = counts.used(m, number);
                    roots[m] = counts.roots(m, number);
                    for (float root : roots[m]) {
                        squares[m] += (double) root * root;
                    }
                    add(m, weights.member(m), sum);
                    answered += weights.member(m);
                }
            }
        }

        /** Adds a multiple of a model's vector. */
        private void add(int member, double times, double[] to) {
            int[] features = used[member];
            float[] root = roots[member];
            for (int k = 0; k < features.length; k++) {
                to[features[k]] += times * root[k];
            }
        }

        /** The dot product of a model's vector, which has few features, with any other. */
        double dot(int member, double[] vector) {
            int[] features = used[member];
            float[] root = roots[member];
            double dot = 0;
            for (int k = 0; k < features.length; k++) {
                dot += root[k] * vector[features[k]];
            }
            return dot;
        }

        /** Writes the mean vector of a reference set; returns whether any of its models answered. */
        boolean mean(Reference reference, Weights weights, double[] mean) {
            System.arraycopy(sum, 0, mean, 0, mean.length);
            double rest = answered;
            for (int k = 0; k < reference.excludedCount(); k++) {
                int x = reference.excluded(k);
                double weight = weights.member(x);
                if (weight > 0 && counts.answered(x, number)) {
                    rest -= weight;
                    add(x, -weight, mean);
                }
            }
            if (rest <= 1e-9 * answered) {
                return false;
            }
            for (int f = 0; f < mean.length; f++) {
                mean[f] /= rest;
            }
            return true;
        }
    }

    /**
     * One model's vector at one question beside a mean vector. Answers use few features, so what remains of a vector when
     * the mean is taken off is never written down: dot products of remainders follow from those of vectors and mean.
     */
    private final class Beside {
        private final Question question;
        private final int member;
        private final double[] vector = new double[counts.features()];
        private final double[] mean = new double[counts.features()];
        private double meanSquares;
        private double onMean;

        Beside(Question question, int member) {
            this.question = question;
            this.member = member;
            question.add(member, 1, vector);
        }

        boolean mean(Reference reference, Weights weights) {
            boolean any = question.mean(reference, weights, mean);
            meanSquares = 0;
            for (double part : mean) {
                meanSquares += part * part;
            }
            onMean = question.dot(member, mean);
            return any;
        }

        /** Adds the cosine of what the two models' vectors have beyond the mean, where there is enough of it. */
        void add(int other, QuestionMean.Builder parts) {
            if (!counts.answered(other, question.number)) {
                return;
            }
            double otherOnMean = question.dot(other, mean);
            double left = question.squares[member] - 2 * onMean + meanSquares;
            double right = question.squares[other] - 2 * otherOnMean + meanSquares;
            double least = LEAST_LENGTH * LEAST_LENGTH;
            if (left >= least && right >= least) {
                double dot = question.dot(other, vector) - onMean - otherOnMean + meanSquares;
                parts.add(question.number, Math.max(-1, Math.min(1, dot / Math.sqrt(left * right))));
            }
        }
    }

    private final class Scored implements Aggregate {
        private final Weights weights;
        private final Question[] questions;

        Scored(Weights weights) {
            this.weights = weights;
            this.questions = IntStream.range(0, weights.questions())
                    .filter(q -> weights.question(q) > 0)
                    .parallel()
                    .mapToObj(q -> new Question(q, weights))
                    .toArray(Question[]::new);
        }

        @Override
        public OptionalDouble score(int i, int j, Reference reference) {
            return mean(i, j, reference).under(weights);
        }

        @Override
        public Optional<QuestionMean> byQuestion(int i, int j, Reference reference) {
            return Optional.of(mean(i, j, reference));
        }

        @Override
        public List<OptionalDouble> scores(int i, List<Optional<Reference>> references) {
            // Question by question, so that its vectors stay near, and once for all models with one background.
            List<QuestionMean.Builder> parts = references.stream()
                    .map(reference -> new QuestionMean.Builder(questions.length))
                    .toList();
            Map<Reference, List<Integer>> together = new LinkedHashMap<>();
            for (int j = 0; j < references.size(); j++) {
                int other = j;
                if (!speaks[i] || !speaks[j]) {
                    continue;
                }
                references.get(j).ifPresent(reference -> together.computeIfAbsent(reference, r -> new ArrayList<>())
                        .add(other));
            }
            for (Question question : questions) {
                if (counts.answered(i, question.number)) {
                    Beside beside = new Beside(question, i);
                    together.forEach((reference, others) -> {
                        if (beside.mean(reference, weights)) {
                            others.forEach(j -> beside.add(j, parts.get(j)));
                        }
                    });
                }
            }
            return parts.stream().map(built -> built.build().under(weights)).toList();
        }

        private QuestionMean mean(int i, int j, Reference reference) {
            QuestionMean.Builder parts = new QuestionMean.Builder(questions.length);
            for (Question question : questions) {
                if (speaks[i] && speaks[j] && counts.answered(i, question.number)) {
                    Beside beside = new Beside(question, i);
                    if (beside.mean(reference, weights)) {
                        beside.add(j, parts);
                    }
                }
            }
            return parts.build();
        }
    }
}
