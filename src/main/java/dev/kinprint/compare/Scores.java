package dev.kinprint.compare;

import java.util.OptionalDouble;

/** A table of scores, some absent. Rows may be set by several threads at once, each row by one. */
final class Scores {
    private final boolean directed;
    private final Row[] rows;

    /**
     * An empty table.
     *
     * @param members how many models there are
     * @param directed whether (i, j) and (j, i) differ; else only pairs with {@code i <= j} are set
     */
    Scores(int members, boolean directed) {
        this.directed = directed;
        this.rows = new Row[members];
        for (int i = 0; i < members; i++) {
            rows[i] = new Row(directed ? members : members - i);
        }
    }

    void set(int i, int j, OptionalDouble score) {
        if (!directed && i > j) {
            throw new IllegalArgumentException("i, j: " + i + ", " + j);
        }
        rows[i].set(place(i, j), score);
    }

    OptionalDouble get(int i, int j) {
        int row = directed ? i : Math.min(i, j);
        return rows[row].get(place(row, directed ? j : Math.max(i, j)));
    }

    private int place(int row, int column) {
        return directed ? column : column - row;
    }

    boolean directed() {
        return directed;
    }
}
