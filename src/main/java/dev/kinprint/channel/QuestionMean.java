package dev.kinprint.channel;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A pair's score that is a mean over questions: its parts, from which the score under any weights of the questions
 * follows. Immutable.
 */
public final class QuestionMean {
    private static final double LEAST_QUESTIONS = 5;

    private final int[] questions;
    private final double[] parts;

    private QuestionMean(int[] questions, double[] parts) {
        this.questions = questions;
        this.parts = parts;
    }

    /** Collects the parts of one pair's score. */
    static final class Builder {
        private final int[] questions;
        private final double[] parts;
        private int size;

        /** Nothing so far, and at most so many questions. */
        Builder(int most) {
            questions = new int[most];
            parts = new double[most];
        }

        /** Adds the part of a question that comes after those added before. */
        void add(int question, double part) {
            questions[size] = question;
            parts[size++] = part;
        }

        QuestionMean build() {
            return new QuestionMean(Arrays.copyOf(questions, size), Arrays.copyOf(parts, size));
        }
    }

    /** The mean under the weights of the questions; empty where they leave it under {@value #LEAST_QUESTIONS} questions. */
    public OptionalDouble under(Weights weights) {
        double all = 0;
        int drawn = 0;
        for (int q = 0; q < weights.questions(); q++) {
            all += weights.question(q);
            drawn += weights.question(q) > 0 ? 1 : 0;
        }
        double perQuestion = drawn == 0 ? 1 : all / drawn;
        double total = 0;
        double informative = 0;
        for (int k = 0; k < parts.length; k++) {
            double weight = weights.question(questions[k]);
            informative += weight;
            total += weight * parts[k];
        }
        return informative < LEAST_QUESTIONS * perQuestion * (1 - 1e-9)
                ? OptionalDouble.empty()
                : OptionalDouble.of(total / informative);
    }
}
