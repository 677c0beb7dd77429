package dev.kinprint.lab;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * An interpolated n-gram model of order 5: with N(h) the number of times that the context h was seen and T(h) the number
 * of distinct tokens after it, {@code P(w|h) = (c(h,w) + k T(h) P(w|h')) / (N(h) + k T(h))}, h' being h without its first
 * token. With k = 1 these are the weights of Witten and Bell 1991, in the form of Chen and Goodman 1998, section 2.5; a
 * smaller k keeps so small a corpus readable. At the start of a line the context is how the line before it started, so
 * that lists go on as lists.
 */
final class NgramModel {
    /** The longest context, in tokens. */
    static final int CONTEXT = 4;

    private static final double WEIGHT = 0.1;

    private final List<GramTable> tables;
    private final int newline;

    private NgramModel(List<GramTable> tables, int newline) {
        this.tables = tables;
        this.newline = newline;
    }

    /**
     * Counts documents.
     *
     * @param documents token numbers; each begins with {@link #CONTEXT} tokens that are only context
     * @param newline the number of the token that ends a line
     */
    static NgramModel train(List<int[]> documents, int newline) {
        int size = documents.stream()
                .mapToInt(document -> document.length - CONTEXT)
                .sum();
        long[][] grams = new long[CONTEXT + 1][size];
        long[] contexts = new long[CONTEXT + 1];
        int n = 0;
        for (int[] document : documents) {
            for (int at = CONTEXT; at < document.length; at++) {
                contexts(document, at, newline, contexts);
                for (int length = 0; length <= CONTEXT; length++) {
                    grams[length][n] = GramTable.gram(contexts[length], document[at]);
                }
                n++;
            }
        }
        return new NgramModel(Stream.of(grams).map(GramTable::count).toList(), newline);
    }

    /**
     * One token, drawn from the model.
     *
     * @param tokens at least {@link #CONTEXT} tokens
     * @param end how many of them are there
     */
    int next(int[] tokens, int end, SplittableRandom random) {
        // Drawing from a mixture: the coin of each order decides between its own counts and the shorter context.
        long[] contexts = new long[CONTEXT + 1];
        contexts(tokens, end, newline, contexts);
        for (int length = CONTEXT; length > 0; length--) {
            GramTable table = tables.get(length);
            int first = table.first(contexts[length]);
            int last = table.end(contexts[length]);
            int seen = table.seen(first, last);
            if (seen > 0 && random.nextDouble() * (seen + WEIGHT * (last - first)) < seen) {
                return table.follower(first, last, random.nextInt(seen));
            }
        }
        GramTable table = tables.get(0);
        int first = table.first(contexts[0]);
        int last = table.end(contexts[0]);
        return table.follower(first, last, random.nextInt(table.seen(first, last)));
    }

    /** Writes the hashes of the contexts of each length from 1 on to their places. */
    private static void contexts(int[] tokens, int end, int newline, long[] contexts) {
        boolean atLine = tokens[end - 1] == newline;
        int line = atLine ? lineBefore(tokens, end, newline) : 0;
        for (int length = 1; length <= CONTEXT; length++) {
            // Third and fourth before a line are its predecessor's first and second token.
            int token = atLine && length > 2 ? tokens[line + length - 3] : tokens[end - length];
            contexts[length] = Hash.of(Hash.of(contexts[length - 1], length), token);
        }
    }

    private static int lineBefore(int[] tokens, int end, int newline) {
        int at = end - 1;
        while (at > CONTEXT && tokens[at - 1] == newline) {
            at--;
        }
        while (at > CONTEXT && tokens[at - 1] != newline) {
            at--;
        }
        return at;
    }
}
