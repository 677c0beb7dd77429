package dev.kinprint.lab;

import java.util.Arrays;

/**
 * How often each token followed each context of one length. An n-gram is one number: 48 bits of the hash of its context
 * and 16 of its last token. Two contexts share a hash once in about 2^48 pairs, and would then be counted together.
 */
final class GramTable {
    private static final int TOKEN_BITS = 16;

    /** Token numbers are below this. */
    static final int TOKENS = 1 << TOKEN_BITS;

    private final long[] grams;
    private final int[] before;

    private GramTable(long[] grams, int[] before) {
        this.grams = grams;
        this.before = before;
    }

    /** Counts n-grams, given as {@link #gram} made them; the array is sorted in place. */
    static GramTable count(long[] occurrences) {
        Arrays.sort(occurrences);
        long[] grams = new long[occurrences.length];
        int[] before = new int[occurrences.length + 1];
        int distinct = 0;
        for (int i = 0; i < occurrences.length; i++) {
            if (i == 0 || occurrences[i] != occurrences[i - 1]) {
                grams[distinct] = occurrences[i];
                before[distinct++] = i;
            }
        }
        before[distinct] = occurrences.length;
        return new GramTable(Arrays.copyOf(grams, distinct), Arrays.copyOf(before, distinct + 1));
    }

    static long gram(long context, int token) {
        return (context << TOKEN_BITS) | token;
    }

    /** The place of the first n-gram of a context. */
    int first(long context) {
        return insertion(gram(context, 0));
    }

    /** The place after the last n-gram of a context; their difference is the number of distinct followers. */
    int end(long context) {
        int place = insertion(gram(context, TOKENS - 1));
        return place < grams.length && grams[place] == gram(context, TOKENS - 1) ? place + 1 : place;
    }

    /** How often the context was seen. */
    int seen(int first, int end) {
        return before[end] - before[first];
    }

    /** The follower that the given occurrence of a context had. */
    int follower(int first, int end, int occurrence) {
        int place = Arrays.binarySearch(before, first, end + 1, before[first] + occurrence);
        int gram = place >= 0 ? place : -place - 2;
        return (int) (grams[gram] & (TOKENS - 1));
    }

    private int insertion(long gram) {
        int place = Arrays.binarySearch(grams, gram);
        return place >= 0 ? place : -place - 1;
    }
}
