package dev.kinprint.lab;

/** Numbers drawn from names: the same name gives the same number on every machine. */
final class Hash {
    private Hash() {}

    /** Mixes a number into a hash (the finaliser of SplitMix64: Steele, Lea and Flood 2014). */
    static long of(long hash, long value) {
        long z = hash + 0x9E3779B97F4A7C15L + value * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Mixes a text into a hash. */
    static long of(long hash, String text) {
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * 0x100000001B3L;
        }
        return of(mixed, text.length());
    }

    /** A number in [0, 1). */
    static double unit(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }

    /** A standard normal number (Box and Muller 1958). */
    static double normal(long hash) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit(of(hash, 1))));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit(of(hash, 2)));
    }
}
