package dev.kinprint.channel;

import java.util.Arrays;

/**
 * A sparse vector: the sum of its entries, whose positions stand in any order and may stand more than once.
 * Package-private and immutable by agreement, for speed.
 */
final class SparseVector {
    static final SparseVector EMPTY = new SparseVector(new int[0], new float[0]);

    /** {@code 1 + ln n} for the numbers of occurrences that are met again and again. */
    private static final float[] DAMPED = damped();

    /** A position that one in so many vectors hold is held by many. */
    private static final int DENSE = 4;

    private final int[] positions;
    private final float[] values;

    private SparseVector(int[] positions, float[] values) {
        this.positions = positions;
        this.values = values;
    }

    private static float[] damped() {
        float[] damped = new float[64];
        for (int n = 1; n < damped.length; n++) {
            damped[n] = (float) (1 + StrictMath.log(n));
        }
        return damped;
    }

    private static float damped(int count) {
        return count < DAMPED.length ? DAMPED[count] : (float) (1 + StrictMath.log(count));
    }

    /** {@code (1 + ln count)·idf} for each class that occurs, scaled to length 1. */
    static SparseVector tfIdf(Tally classes, float[] idf) {
        int[] positions = new int[classes.size()];
        float[] values = new float[classes.size()];
        double squares = 0;
        for (int k = 0; k < positions.length; k++) {
            positions[k] = classes.number(k);
            values[k] = damped(classes.count(k)) * idf[positions[k]];
            squares += (double) values[k] * values[k];
        }
        return new SparseVector(positions, scaled(values, squares));
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

    /** How many entries it has. */
    int size() {
        return positions.length;
    }

    /** The position of an entry. */
    int position(int number) {
        return positions[number];
    }

    float value(int number) {
        return values[number];
    }

    /** The mean of some vectors. */
    static SparseVector mean(SparseVector... vectors) {
        int length = Arrays.stream(vectors).mapToInt(SparseVector::size).sum();
        int[] positions = new int[length];
        float[] values = new float[length];
        int at = 0;
        for (SparseVector vector : vectors) {
            for (int k = 0; k < vector.size(); k++) {
                positions[at] = vector.positions[k];
                values[at++] = vector.values[k] / vectors.length;
            }
        }
        return new SparseVector(positions, values);
    }

    /** All dot products between some vectors, as a packed upper triangle with the diagonal. */
    static float[] gram(SparseVector... vectors) {
        int members = vectors.length;
        Postings postings = Postings.of(vectors);
        float[] gram = new float[PromptMatched.packed(members)];
        float[] all = new float[members];
        for (int k = 0; k < postings.positions(); k++) {
            if ((postings.end(k) - postings.start(k)) * DENSE < members) {
                addFew(gram, postings, k, members);
            } else {
                addMany(gram, postings, k, all);
            }
        }
        return gram;
    }

    private static void addFew(float[] gram, Postings postings, int place, int members) {
        for (int a = postings.start(place); a < postings.end(place); a++) {
            int row = PromptMatched.at(members, postings.member(a), postings.member(a)) - postings.member(a);
            float value = postings.value(a);
            for (int b = a; b < postings.end(place); b++) {
                gram[row + postings.member(b)] += value * postings.value(b);
            }
        }
    }

    /** Where many vectors hold a position it is faster to take all: what a vector lacks adds nothing. */
    private static void addMany(float[] gram, Postings postings, int place, float[] all) {
        Arrays.fill(all, 0);
        for (int entry = postings.start(place); entry < postings.end(place); entry++) {
            all[postings.member(entry)] = postings.value(entry);
        }
        for (int a = postings.start(place); a < postings.end(place); a++) {
            int member = postings.member(a);
            int row = PromptMatched.at(all.length, member, member) - member;
            float value = postings.value(a);
            for (int b = member; b < all.length; b++) {
                gram[row + b] += value * all[b];
            }
        }
    }
}
