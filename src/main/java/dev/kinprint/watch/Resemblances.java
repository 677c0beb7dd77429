package dev.kinprint.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How alike the answers of models to one question are: cosines of their sketches, each bucket weighted by its rarity
 * and taken from its mean over the library, so that what every answer has in common counts for nothing.
 */
final class Resemblances {
    private final double[] rarity = new double[Sketch.BITS];
    private final double[] centre = new double[Sketch.BITS];
    private final double[][] vectors;

    /**
     * The resemblances of a library's answers.
     *
     * @param answers of each model of the library, where it has one
     */
    Resemblances(List<Optional<Sketch>> answers) {
        int count = 0;
        int[] often = new int[Sketch.BITS];
        for (Optional<Sketch> answer : answers) {
            count += answer.isPresent() ? 1 : 0;
            for (int b = 0; answer.isPresent() && b < Sketch.BITS; b++) {
                often[b] += answer.get().has(b) ? 1 : 0;
            }
        }
        for (int b = 0; b < Sketch.BITS; b++) {
            rarity[b] = StrictMath.log(1 + count / (1.0 + often[b]));
        }
        vectors = new double[answers.size()][];
        for (int m = 0; m < vectors.length; m++) {
            vectors[m] = answers.get(m).map(this::weighted).orElseGet(() -> new double[0]);
            for (int b = 0; b < vectors[m].length; b++) {
                centre[b] += vectors[m][b] / count;
            }
        }
        for (double[] vector : vectors) {
            centred(vector);
        }
    }

    private double[] weighted(Sketch sketch) {
        double[] vector = new double[Sketch.BITS];
        double squares = 0;
        for (int b = 0; b < Sketch.BITS; b++) {
            vector[b] = sketch.has(b) ? rarity[b] : 0;
            squares += vector[b] * vector[b];
        }
        scale(vector, squares);
        return vector;
    }

    private void centred(double[] vector) {
        double squares = 0;
        for (int b = 0; b < vector.length; b++) {
            vector[b] -= centre[b];
            squares += vector[b] * vector[b];
        }
        scale(vector, squares);
    }

    private static void scale(double[] vector, double squares) {
        double length = Math.sqrt(squares);
        for (int b = 0; b < vector.length && length > 1e-12; b++) {
            vector[b] /= length;
        }
    }

    /** How alike the answers of two models of the library are; 0 where either has none. */
    double between(int i, int j) {
        return dot(vectors[i], vectors[j]);
    }

    /** How alike an answer of another model is to that of each model of the library. */
    double[] to(Sketch answer) {
        double[] vector = weighted(answer);
        centred(vector);
        return Arrays.stream(vectors).mapToDouble(known -> dot(vector, known)).toArray();
    }

    boolean has(int member) {
        return vectors[member].length > 0;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
