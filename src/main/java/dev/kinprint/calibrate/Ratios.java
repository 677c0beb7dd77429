package dev.kinprint.calibrate;

import dev.kinprint.compare.Comparison;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The log10 likelihood ratios, before bounds, of all ordered pairs of a comparison for one relation. */
final class Ratios {
    private final OptionalDouble[][] values;

    private Ratios(OptionalDouble[][] values) {
        this.values = values;
    }

    static Ratios of(Comparison comparison, Relation relation, Fusions fusions) {
        int members = comparison.corpus().members().size();
        OptionalDouble[][] values = new OptionalDouble[members][members];
        IntStream.range(0, members).parallel().forEach(i -> {
            for (int j = 0; j < members; j++) {
                values[i][j] = i == j ? OptionalDouble.empty() : ratio(comparison, relation, fusions, i, j);
            }
        });
        return new Ratios(values);
    }

    private static OptionalDouble ratio(Comparison comparison, Relation relation, Fusions fusions, int i, int j) {
        Map<String, Double> scores = Features.of(comparison, i, j);
        Optional<Fusion> fusion = fusions.of(relation, scores.keySet());
        return fusion.isEmpty() ? OptionalDouble.empty() : fusion.get().unbounded(scores);
    }

    /**
     * The ratio of an ordered pair; empty where there is none.
     *
     * @param i the suspect
     * @param j the candidate
     */
    OptionalDouble of(int i, int j) {
        if (i == j) {
            throw new IllegalArgumentException("i, j: the same model " + i);
        }
        return values[i][j];
    }
}
