package dev.kinprint.json;

/**
 * What a hostile document may cost.
 *
 * @param bytes the longest document
 * @param depth the deepest nesting
 * @param stringLength the longest string, in UTF-16 code units
 * @param numberLength the longest number, in characters
 */
public record JsonLimits(long bytes, int depth, int stringLength, int numberLength) {
    /** Enough for any answer of a model's API: 8 MiB, 64 levels, strings of 4 million characters. */
    public static final JsonLimits DEFAULT = new JsonLimits(8L << 20, 64, 4_000_000, 100);

    /** For local files of many records, which the user chose to read: 2 GiB less one byte, else as the default. */
    public static final JsonLimits FILE = new JsonLimits(Integer.MAX_VALUE, 64, 4_000_000, 100);

    /** Refuses limits under one. */
    public JsonLimits {
        if (bytes < 1 || depth < 1 || stringLength < 1 || numberLength < 1) {
            throw new IllegalArgumentException("limits: each must be at least 1");
        }
    }
}
