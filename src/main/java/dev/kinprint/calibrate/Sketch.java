package dev.kinprint.calibrate;

import dev.kinprint.corpus.Corpus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The smallest hashes of a model's answers (a bottom-k sketch, Broder 1997), by which the same answers are known again
 * whatever the model is called. It holds no text.
 *
 * @param hashes first 16 hexadecimal digits of SHA-256 each, ascending
 */
record Sketch(List<String> hashes) {
    private static final int SIZE = 24;
    private static final int ENOUGH = 6;
    private static final int DIGITS = 16;

    Sketch {
        hashes = List.copyOf(hashes);
    }

    /** The sketch of a model's answers. */
    static Sketch of(Corpus corpus, int member) {
        NavigableSet<String> smallest = new TreeSet<>();
        for (int q = 0; q < corpus.questions().size(); q++) {
            for (String text : corpus.texts(member, q)) {
                // An answer of a few words is many models' answer.
                if (text.length() >= 40) {
                    smallest.add(hash(text));
                    if (smallest.size() > SIZE) {
                        smallest.pollLast();
                    }
                }
            }
        }
        return new Sketch(List.copyOf(smallest));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether two models gave so many identical answers that they must be the same texts. */
    boolean matches(Sketch other) {
        return hashes.stream().filter(other.hashes::contains).count() >= ENOUGH;
    }
}
