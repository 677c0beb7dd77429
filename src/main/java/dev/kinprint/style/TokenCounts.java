package dev.kinprint.style;

import java.util.Map;
import java.util.TreeMap;

/** How often a text uses each token and each pair of neighbouring tokens. */
public final class TokenCounts {
    private final Map<String, Integer> counts;
    private final double length;

    private TokenCounts(Map<String, Integer> counts) {
        this.counts = counts;
        this.length = Math.sqrt(counts.values().stream()
                .mapToDouble(count -> (double) count * count)
                .sum());
    }

    /** The counts of a text. */
    public static TokenCounts of(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        String[] before = {""};
        Tokens.scan(text, token -> {
            counts.merge(token, 1, Integer::sum);
            counts.merge(before[0] + " " + token, 1, Integer::sum);
            before[0] = token;
        });
        return new TokenCounts(counts);
    }

    /** The cosine with another text's counts, 0 to 1: a positive definite kernel. Two texts without tokens are the same. */
    public double cosine(TokenCounts other) {
        if (length == 0 || other.length == 0) {
            return length == other.length ? 1 : 0;
        }
        double dot = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            dot += (double) entry.getValue() * other.counts.getOrDefault(entry.getKey(), 0);
        }
        return Math.min(1, dot / (length * other.length));
    }
}
