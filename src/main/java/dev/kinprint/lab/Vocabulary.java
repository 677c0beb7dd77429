package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as token numbers and back. A token keeps the space before it, so that joining tokens gives the text again. */
final class Vocabulary {
    /** The token that ends a text. */
    static final int END = 0;

    private static final Pattern TOKEN =
            Pattern.compile(" ?(?:\\p{L}+(?:['’-]\\p{L}+)*|\\p{N}+)|\\s| ?.", Pattern.DOTALL);

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> tokens = new ArrayList<>();

    Vocabulary() {
        number("");
    }

    /** The tokens of a text. */
    static List<String> split(String text) {
        List<String> split = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            split.add(matcher.group());
        }
        return split;
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
