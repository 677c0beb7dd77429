package dev.kinprint.style;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers the distinct tokens of many texts, in no particular order. Several threads may fill it at once; what does not
 * depend on their order is {@link #places}.
 */
public final class Lexicon {
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /** The tokens of a text as numbers; tokens not met before are added. */
    public int[] encode(String text) {
        int[][] found = {new int[Math.max(16, text.length() / 4)]};
        int[] size = {0};
        Tokens.scan(text, token -> {
            Integer number = numbers.get(token);
            if (number == null) {
                number = numbers.computeIfAbsent(token, t -> next.getAndIncrement());
            }
            if (size[0] == found[0].length) {
                found[0] = Arrays.copyOf(found[0], size[0] * 2);
            }
            found[0][size[0]++] = number;
        });
        return Arrays.copyOf(found[0], size[0]);
    }

    /** For each number, the place of its token in alphabetical order, which does not depend on the order of the texts. */
    public int[] places() {
        int[] places = new int[numbers.size()];
        int place = 0;
        for (int number : new TreeMap<>(numbers).values()) {
            places[number] = place++;
        }
        return places;
    }
}
