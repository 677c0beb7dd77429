package dev.kinprint.embed;

import java.util.regex.Pattern;

/**
 * Names an embedder so exactly that equal ids give equal vectors for a text on one machine.
 *
 * @param name a short name of the model; lower-case letters, digits, dot and dash
 * @param fingerprint SHA-256 in hex over the model, its tokenizer and the way in which long texts are pooled
 * @param dimension the length of its vectors
 */
public record EmbedderId(String name, String fingerprint, int dimension) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int SHOWN = 16;

    /** Checks the form of each part. */
    public EmbedderId {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name: not 1 to 64 of a-z, 0-9, dot and dash: " + name);
        }
        if (!SHA_256.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException("fingerprint: not a SHA-256 in hex: " + fingerprint);
        }
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension: below 1: " + dimension);
        }
    }

    /** The name and the first 16 digits of the fingerprint; safe as a file name. */
    @Override
    public String toString() {
        return name + "-" + fingerprint.substring(0, SHOWN);
    }
}
