package dev.kinprint.channel;

import dev.kinprint.style.Likeness;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How alike the beginnings of two answers to the same question are, character by character, beyond what the background
 * shows. Comparing every pair of models is costly, so at most {@value #QUESTIONS} questions are compared, spread evenly
 * over the corpus.
 */
final class Edit implements Channel {
    private static final int QUESTIONS = 24;

    @Override
    public String id() {
        return "edit";
    }

    @Override
    public String title() {
        return "character by character, the first 200 characters of answers to the same question";
    }

    @Override
    public String unit() {
        return "mean similarity beyond the background's, −1 to 1";
    }

    @Override
    public String limits() {
        return "It reads the first 200 characters of up to 24 questions. Stock openings raise it. Under 5 common questions"
                + " it says nothing.";
    }

    @Override
    public Profile fit(Material material) {
        int members = material.members();
        int questions = material.questions();
        float[][] similarities = new float[questions][];
        boolean[][] present = new boolean[questions][members];
        for (int q = 0; q < questions; q++) {
            for (int m = 0; m < members; m++) {
                present[q][m] = material.corpus().first(m, q).isPresent();
            }
            similarities[q] = Material.spread(q, questions, QUESTIONS) ? matrix(material, q) : new float[0];
        }
        return new PromptMatched(members, false, similarities, present);
    }

    /** All cores share the rows of each question: of questions some take ten times as long as others. */
    private static float[] matrix(Material material, int question) {
        int members = material.members();
        float[] matrix = new float[PromptMatched.packed(members)];
        IntStream.range(0, members).parallel().forEach(i -> {
            Optional<String> left = material.corpus().first(i, question);
            matrix[PromptMatched.at(members, i, i)] = 1;
            for (int j = i + 1; j < members; j++) {
                Optional<String> right = material.corpus().first(j, question);
                if (left.isPresent() && right.isPresent()) {
                    matrix[PromptMatched.at(members, i, j)] = (float) Likeness.of(left.get(), right.get());
                }
            }
        });
        return matrix;
    }
}
