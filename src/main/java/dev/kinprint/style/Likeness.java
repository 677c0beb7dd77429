package dev.kinprint.style;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.commons.text.similarity.LongestCommonSubsequence;

/** How alike the beginnings of two answers to one question are, character by character. */
public final class Likeness {
    /** How many characters from the beginning are compared. */
    public static final int PREFIX = 200;

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final LongestCommonSubsequence SUBSEQUENCE = new LongestCommonSubsequence();
    private static final LevenshteinDistance LEVENSHTEIN = LevenshteinDistance.getDefaultInstance();

    private Likeness() {}

    /**
     * The mean of three similarities of the first {@value #PREFIX} characters, from 0 to 1: Jaro–Winkler; the longest
     * common subsequence over the longer length; and one less the Levenshtein distance over the longer length.
     */
    public static double of(String a, String b) {
        String left = prefix(a);
        String right = prefix(b);
        int longer = Math.max(left.length(), right.length());
        if (longer == 0) {
            return 1;
        }
        double jaroWinkler = JARO_WINKLER.apply(left, right);
        double subsequence = SUBSEQUENCE.apply(left, right) / (double) longer;
        double levenshtein = 1 - LEVENSHTEIN.apply(left, right) / (double) longer;
        return (jaroWinkler + subsequence + levenshtein) / 3;
    }

    private static String prefix(String text) {
        return text.length() <= PREFIX ? text : text.substring(0, PREFIX);
    }
}
