package dev.kinprint.channel;

import java.util.Arrays;

/**
 * Sparse vectors turned over: for each position that occurs, in ascending order, which of the vectors hold it and with
 * which value, in the order of the vectors. Sorted by digits, which costs time in proportion to the entries.
 */
final class Postings {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private int[] positions;
    private int[] members;
    private float[] values;
    private int[] starts = new int[0];
    private int groups;

    private Postings(int length) {
        positions = new int[length];
        members = new int[length];
        values = new float[length];
    }

    static Postings of(SparseVector... vectors) {
        Postings found =
                new Postings(Arrays.stream(vectors).mapToInt(SparseVector::size).sum());
        int greatest = 0;
        int at = 0;
        for (int m = 0; m < vectors.length; m++) {
            for (int k = 0; k < vectors[m].size(); k++) {
                found.positions[at] = vectors[m].position(k);
                found.members[at] = m;
                found.values[at] = vectors[m].value(k);
                greatest = Math.max(greatest, found.positions[at++]);
            }
        }
        for (int shift = 0; greatest >>> shift > 0; shift += DIGIT_BITS) {
            found.sortByDigit(shift);
        }
        found.group();
        return found;
    }

    /** Entries of one digit keep their order. */
    private void sortByDigit(int shift) {
        int[] next = new int[DIGITS + 1];
        for (int position : positions) {
            next[((position >>> shift) & (DIGITS - 1)) + 1]++;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            next[digit + 1] += next[digit];
        }
        Postings sorted = new Postings(positions.length);
        for (int k = 0; k < positions.length; k++) {
            int to = next[(positions[k] >>> shift) & (DIGITS - 1)]++;
            sorted.positions[to] = positions[k];
            sorted.members[to] = members[k];
            sorted.values[to] = values[k];
        }
        positions = sorted.positions;
        members = sorted.members;
        values = sorted.values;
    }

    /** Finds where positions begin, and adds up the entries of one vector at one position. */
    private void group() {
        starts = new int[positions.length + 1];
        int size = 0;
        for (int k = 0; k < positions.length; k++) {
            if (size > 0 && positions[size - 1] == positions[k]) {
                if (members[size - 1] == members[k]) {
                    values[size - 1] += values[k];
                    continue;
                }
            } else {
                starts[groups++] = size;
            }
            positions[size] = positions[k];
            members[size] = members[k];
            values[size++] = values[k];
        }
        starts[groups] = size;
    }

    /** How many positions occur. */
    int positions() {
        return groups;
    }

    /** Where the entries of a position begin. */
    int start(int place) {
        return starts[place];
    }

    /** Where the entries of a position end. */
    int end(int place) {
        return starts[place + 1];
    }

    /** Which vector an entry belongs to. */
    int member(int entry) {
        return members[entry];
    }

    float value(int entry) {
        return values[entry];
    }
}
