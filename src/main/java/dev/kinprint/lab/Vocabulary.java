package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts as token numbers and back. A token keeps the space before it, so that joining tokens gives the text again. */
final class Vocabulary {
    /** The token that ends a text. */
    static final int END = 0;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> tokens = new ArrayList<>();

    Vocabulary() {
        number("");
    }

    /** The tokens of a text. */
    static List<String> split(String text) {
        List<String> split = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            boolean space = text.charAt(start) == ' ' && start + 1 < text.length();
            int end = end(text, space ? start + 1 : start);
            split.add(text.substring(start, end));
            start = end;
        }
        return split;
    }

    /** The end of the word, the number or the single mark that starts at a place. */
    private static int end(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        if (Character.isLetter(text.charAt(start))) {
            while (end < text.length() && (Character.isLetter(text.charAt(end)) || isJoint(text, end))) {
                end++;
            }
        } else if (Character.isDigit(text.charAt(start))) {
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    /** An apostrophe or hyphen inside a word. */
    private static boolean isJoint(String text, int at) {
        return "'’-".indexOf(text.charAt(at)) >= 0 && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    /** The number of a token, a new one where it has none yet. */
    int number(String token) {
        Integer known = numbers.get(token);
        if (known != null) {
            return known;
        }
        if (tokens.size() == GramTable.TOKENS) {
            throw new IllegalStateException("vocabulary: more than " + GramTable.TOKENS + " tokens");
        }
        numbers.put(token, tokens.size());
        tokens.add(token);
        return tokens.size() - 1;
    }

    /** The number of a token, or that of the end where it was never seen. */
    int known(String token) {
        return numbers.getOrDefault(token, END);
    }

    /** The token of a number. */
    String token(int number) {
        return tokens.get(number);
    }
}
