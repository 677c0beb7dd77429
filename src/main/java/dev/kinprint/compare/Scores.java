package dev.kinprint.compare;

import java.util.BitSet;
import java.util.OptionalDouble;

/** A table of scores, some absent. Rows may be set by several threads at once, each row by one. */
final class Scores {
    private final boolean directed;
    private final double[][] values;
    private final BitSet[] present;

    /**
     * An empty table.
     *
     * @param members how many models there are
     * @param directed whether (i, j) and (j, i) differ; else only pairs with {@code i <= j} are set
     */
    Scores(int members, boolean directed) {
        this.directed = directed;
        this.values = new double[members][];
        this.present = new BitSet[members];
        for (int i = 0; i < members; i++) {
            values[i] = new double[directed ? members : members - i];
            present[i] = new BitSet();
        }
    }

    void set(int i, int j, OptionalDouble score) {
        if (!directed && i > j) {
            throw new IllegalArgumentException("i, j: " + i + ", " + j);
        }
        if (score.isPresent()) {
            values[i][place(i, j)] = score.getAsDouble();
            present[i].set(place(i, j));
        }
    }

    OptionalDouble get(int i, int j) {
        int row = directed ? i : Math.min(i, j);
        int place = place(row, directed ? j : Math.max(i, j));
        return present[row].get(place) ? OptionalDouble.of(values[row][place]) : OptionalDouble.empty();
    }

    private int place(int row, int column) {
        return directed ? column : column - row;
    }

    boolean directed() {
        return directed;
    }
}
