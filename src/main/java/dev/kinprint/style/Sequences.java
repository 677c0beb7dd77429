package dev.kinprint.style;

/** Hash values of short sequences, for features too many to be named. */
public final class Sequences {
    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    private Sequences() {}

    /** A 64-bit hash of {@code length} values of an array from {@code from} on (FNV-1a, then mixed). */
    public static long hash(int[] values, int from, int length) {
        long hash = BASIS;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ values[i]) * PRIME;
        }
        return mix(hash);
    }

    /** A 64-bit hash of {@code length} characters of a text from {@code from} on. */
    public static long hash(CharSequence text, int from, int length) {
        long hash = BASIS;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    /** The hash of {@link #hash(CharSequence, int, int)} for characters that stand in an array. */
    public static long hash(char[] text, int from, int length) {
        long hash = BASIS;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ text[i]) * PRIME;
        }
        return mix(hash);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014), which spreads every bit over all bits. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
