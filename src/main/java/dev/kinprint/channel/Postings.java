package dev.kinprint.channel;

import java.util.Arrays;

/**
 * Sparse vectors turned over: for each position that occurs, in ascending order, which of the vectors hold it and with
 * which value, in the order of the vectors. Made by counting, which costs time in proportion to the entries and to the
 * greatest position.
 */
final class Postings {
    private final int[] starts;
    private final int[] ends;
    private final int[] members;
    private final float[] values;

    private Postings(int[] starts, int[] ends, int[] members, float[] values) {
        this.starts = starts;
        this.ends = ends;
        this.members = members;
        this.values = values;
    }

    static Postings of(SparseVector... vectors) {
        int[] next = offsets(vectors);
        int[] starts = Arrays.copyOf(next, next.length - 1);
        int length = next[next.length - 1];
        int[] members = new int[length];
        float[] values = new float[length];
        for (int m = 0; m < vectors.length; m++) {
            for (int k = 0; k < vectors[m].size(); k++) {
                int position = vectors[m].position(k);
                int at = next[position];
                if (at > starts[position] && members[at - 1] == m) {
                    values[at - 1] += vectors[m].value(k);
                } else {
                    members[at] = m;
                    values[at] = vectors[m].value(k);
                    next[position]++;
                }
            }
        }
        return new Postings(starts, next, members, values);
    }

    /** For each position, how many entries there are at smaller ones; then how many there are at all. */
    private static int[] offsets(SparseVector[] vectors) {
        int greatest = -1;
        for (SparseVector vector : vectors) {
            for (int k = 0; k < vector.size(); k++) {
                greatest = Math.max(greatest, vector.position(k));
            }
        }
        int[] offsets = new int[greatest + 2];
        for (SparseVector vector : vectors) {
            for (int k = 0; k < vector.size(); k++) {
                offsets[vector.position(k) + 1]++;
            }
        }
        for (int p = 1; p < offsets.length; p++) {
            offsets[p] += offsets[p - 1];
        }
        return offsets;
    }

    /** One more than the greatest position. */
    int positions() {
        return starts.length;
    }

    /** Where the entries of a position begin. */
    int start(int position) {
        return starts[position];
    }

    /** Where the entries of a position end; where they begin, if there are none. */
    int end(int position) {
        return ends[position];
    }

    /** Which vector an entry belongs to. */
    int member(int entry) {
        return members[entry];
    }

    float value(int entry) {
        return values[entry];
    }
}
