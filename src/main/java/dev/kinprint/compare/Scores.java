package dev.kinprint.compare;

import java.util.BitSet;
import java.util.OptionalDouble;

/** A symmetric table of scores, some absent. Rows may be set by several threads at once, each row by one. */
final class Scores {
    private final int members;
    private final double[][] values;
    private final BitSet[] present;

    Scores(int members) {
        this.members = members;
        this.values = new double[members][];
        this.present = new BitSet[members];
        for (int i = 0; i < members; i++) {
            values[i] = new double[members - i];
            present[i] = new BitSet();
        }
    }

    /** Sets the score of a pair with {@code i <= j}. */
    void set(int i, int j, OptionalDouble score) {
        if (i > j || j >= members) {
            throw new IllegalArgumentException("i, j: " + i + ", " + j);
        }
        if (score.isPresent()) {
            values[i][j - i] = score.getAsDouble();
            present[i].set(j - i);
        }
    }

    OptionalDouble get(int i, int j) {
        int low = Math.min(i, j);
        int apart = Math.abs(i - j);
        return present[low].get(apart) ? OptionalDouble.of(values[low][apart]) : OptionalDouble.empty();
    }
}
