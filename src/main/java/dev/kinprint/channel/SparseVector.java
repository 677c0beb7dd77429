package dev.kinprint.channel;

import java.util.Arrays;

/** A sparse vector with ascending positions. Package-private and immutable by agreement, for speed. */
final class SparseVector {
    static final SparseVector EMPTY = new SparseVector(new int[0], new float[0]);

    private final int[] positions;
    private final float[] values;

    private SparseVector(int[] positions, float[] values) {
        this.positions = positions;
        this.values = values;
    }

    /** {@code (1 + ln count)·idf} for each class that occurs, scaled to length 1. */
    static SparseVector tfIdf(int[] classes, float[] idf) {
        int[] sorted = classes.clone();
        Arrays.sort(sorted);
        int[] positions = new int[sorted.length];
        float[] values = new float[sorted.length];
        int size = 0;
        double squares = 0;
        for (int start = 0; start < sorted.length; ) {
            int end = start;
            while (end < sorted.length && sorted[end] == sorted[start]) {
                end++;
            }
            float value = (float) (1 + StrictMath.log(end - start)) * idf[sorted[start]];
            positions[size] = sorted[start];
            values[size++] = value;
            squares += (double) value * value;
            start = end;
        }
        return new SparseVector(Arrays.copyOf(positions, size), scaled(Arrays.copyOf(values, size), squares));
    }

    /** Each class that occurs weighs its idf, however often it occurs; scaled to length 1. */
    static SparseVector presence(int[] classes, float[] idf) {
        int[] distinct = Arrays.stream(classes).sorted().distinct().toArray();
        float[] values = new float[distinct.length];
        double squares = 0;
        for (int k = 0; k < distinct.length; k++) {
            values[k] = idf[distinct[k]];
            squares += (double) values[k] * values[k];
        }
        return new SparseVector(distinct, scaled(values, squares));
    }

    private static float[] scaled(float[] values, double squares) {
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        for (int k = 0; k < values.length; k++) {
            values[k] *= scale;
        }
        return values;
    }

    /** The mean of some vectors. */
    static SparseVector mean(SparseVector... vectors) {
        int length = Arrays.stream(vectors).mapToInt(v -> v.positions.length).sum();
        long[] order = new long[length];
        float[] all = new float[length];
        int at = 0;
        for (SparseVector vector : vectors) {
            for (int k = 0; k < vector.positions.length; k++) {
                order[at] = ((long) vector.positions[k] << 32) | at;
                all[at++] = vector.values[k];
            }
        }
        Arrays.sort(order);
        int[] positions = new int[length];
        float[] values = new float[length];
        int size = 0;
        for (int k = 0; k < length; k++) {
            int position = (int) (order[k] >>> 32);
            float value = all[(int) order[k]] / vectors.length;
            if (size > 0 && positions[size - 1] == position) {
                values[size - 1] += value;
            } else {
                positions[size] = position;
                values[size++] = value;
            }
        }
        return new SparseVector(Arrays.copyOf(positions, size), Arrays.copyOf(values, size));
    }

    /** All dot products between some vectors, as a packed upper triangle with the diagonal. */
    static float[] gram(SparseVector... vectors) {
        int members = vectors.length;
        int length = Arrays.stream(vectors).mapToInt(v -> v.positions.length).sum();
        // By position, then by member: the products of one position lie side by side, in a fixed order.
        long[] order = new long[length];
        float[] all = new float[length];
        int at = 0;
        for (int m = 0; m < members; m++) {
            for (int k = 0; k < vectors[m].positions.length; k++) {
                order[at] = ((long) vectors[m].positions[k] << 32) | at;
                all[at++] = vectors[m].values[k];
            }
        }
        int[] owner = owners(vectors, length);
        Arrays.sort(order);
        float[] gram = new float[PromptMatched.packed(members)];
        int[] who = new int[members];
        float[] what = new float[members];
        for (int start = 0; start < length; ) {
            int position = (int) (order[start] >>> 32);
            int size = 0;
            while (start < length && (int) (order[start] >>> 32) == position) {
                int entry = (int) order[start++];
                who[size] = owner[entry];
                what[size++] = all[entry];
            }
            for (int a = 0; a < size; a++) {
                int row = PromptMatched.at(members, who[a], who[a]) - who[a];
                float value = what[a];
                for (int b = a; b < size; b++) {
                    gram[row + who[b]] += value * what[b];
                }
            }
        }
        return gram;
    }

    private static int[] owners(SparseVector[] vectors, int length) {
        int[] owner = new int[length];
        int at = 0;
        for (int m = 0; m < vectors.length; m++) {
            int next = at + vectors[m].positions.length;
            Arrays.fill(owner, at, next, m);
            at = next;
        }
        return owner;
    }
}
