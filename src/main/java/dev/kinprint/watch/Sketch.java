package dev.kinprint.watch;

import dev.kinprint.style.Sequences;
import java.util.Base64;
import java.util.BitSet;

/**
 * Which of 2,048 buckets the character 4-grams of an answer fall into: enough to compare it with other answers to the
 * same question, and too little to read it.
 */
public final class Sketch {
    static final int BITS = 2_048;

    private static final int GRAM = 4;
    private static final int LONGEST = 2_000;

    private final BitSet bits;

    private Sketch(BitSet bits) {
        this.bits = bits;
    }

    /** The sketch of a text's first 2,000 characters. */
    static Sketch of(String text) {
        BitSet bits = new BitSet(BITS);
        int end = Math.min(text.length(), LONGEST);
        int length = Math.min(GRAM, end);
        for (int i = 0; i + length <= end && length > 0; i++) {
            bits.set((int) (Sequences.hash(text, i, length) & (BITS - 1)));
        }
        return new Sketch(bits);
    }

    boolean has(int bucket) {
        return bits.get(bucket);
    }

    /** The buckets in both over the geometric mean of how many each has, 0 to 1. */
    double likeness(Sketch other) {
        BitSet common = (BitSet) bits.clone();
        common.and(other.bits);
        double size = Math.sqrt((double) bits.cardinality() * other.bits.cardinality());
        return size == 0 ? 0 : common.cardinality() / size;
    }

    /** The buckets in Base64, the same number of characters for every sketch. */
    String encoded() {
        byte[] bytes = new byte[BITS / Byte.SIZE];
        byte[] set = bits.toByteArray();
        System.arraycopy(set, 0, bytes, 0, set.length);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Reads what {@link #encoded} wrote.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Sketch decoded(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != BITS / Byte.SIZE) {
            throw new IllegalArgumentException("sketch: " + bytes.length + " bytes of " + BITS / Byte.SIZE);
        }
        return new Sketch(BitSet.valueOf(bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && bits.equals(sketch.bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }
}
