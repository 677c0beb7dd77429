package dev.kinprint.compare;

import java.util.BitSet;
import java.util.OptionalDouble;

/** Scores in a row, some absent. */
final class Row {
    private final double[] values;
    private final BitSet present = new BitSet();

    /** An empty row of a length. */
    Row(int length) {
        values = new double[length];
    }

    void set(int place, OptionalDouble score) {
        if (score.isPresent()) {
            values[place] = score.getAsDouble();
            present.set(place);
        }
    }

    OptionalDouble get(int place) {
        return present.get(place) ? OptionalDouble.of(values[place]) : OptionalDouble.empty();
    }
}
