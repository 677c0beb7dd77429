package dev.kinprint.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the distinct tokens of many texts in the order in which they are first met. Not safe for several threads at
 * once while it grows.
 */
public final class Lexicon {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> tokens = new ArrayList<>();

    /** The tokens of a text as numbers; tokens not met before are added. */
    public int[] encode(String text) {
        int[][] found = {new int[Math.max(16, text.length() / 4)]};
        int[] size = {0};
        Tokens.scan(text, token -> {
            Integer number = numbers.get(token);
            if (number == null) {
                number = tokens.size();
                numbers.put(token, number);
                tokens.add(token);
            }
            if (size[0] == found[0].length) {
                found[0] = Arrays.copyOf(found[0], size[0] * 2);
            }
            found[0][size[0]++] = number;
        });
        return Arrays.copyOf(found[0], size[0]);
    }

    /** The token with a number. */
    public String token(int number) {
        return tokens.get(number);
    }

    /** How many distinct tokens there are; their numbers run from 0. */
    public int size() {
        return tokens.size();
    }
}
