package dev.kinprint.calibrate;

import dev.kinprint.compare.Comparison;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The log10 likelihood ratios, before bounds, of all pairs of a comparison for one relation. Symmetric. */
final class Ratios {
    private final OptionalDouble[][] values;

    private Ratios(OptionalDouble[][] values) {
        this.values = values;
    }

    static Ratios of(Comparison comparison, Fusion fusion) {
        int members = comparison.corpus().members().size();
        OptionalDouble[][] values = new OptionalDouble[members][];
        IntStream.range(0, members).parallel().forEach(i -> {
            values[i] = new OptionalDouble[i];
            for (int j = 0; j < i; j++) {
                values[i][j] = fusion.unbounded(Features.of(comparison, i, j));
            }
        });
        return new Ratios(values);
    }

    OptionalDouble of(int i, int j) {
        if (i == j) {
            throw new IllegalArgumentException("i, j: the same model " + i);
        }
        return values[Math.max(i, j)][Math.min(i, j)];
    }
}
