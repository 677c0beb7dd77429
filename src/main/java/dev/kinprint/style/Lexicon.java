package dev.kinprint.style;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Numbers the distinct tokens of many texts, in no particular order. Several threads may fill it at once; what does not
 * depend on their order is {@link #places}.
 */
public final class Lexicon {
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /** The tokens of a text as numbers; tokens not met before are added. */
    public int[] encode(String text) {
        Encoding encoding = new Encoding(text);
        Tokens.scan(text, encoding);
        return Arrays.copyOf(encoding.found, encoding.size);
    }

    private final class Encoding implements Consumer<String> {
        private int[] found;
        private int size;

        Encoding(String text) {
            found = new int[Math.max(16, text.length() / 4)];
        }

        @Override
        public void accept(String token) {
            Integer number = numbers.get(token);
            if (number == null) {
                number = numbers.computeIfAbsent(token, t -> next.getAndIncrement());
            }
            if (size == found.length) {
                found = Arrays.copyOf(found, size * 2);
            }
            found[size++] = number;
        }
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
