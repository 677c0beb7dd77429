package dev.kinprint.lab;

import java.util.List;
import java.util.Set;

/**
 * A field of advice.
 *
 * @param name its name
 * @param words the words that call for it
 * @param aspects what there is to say in it
 */
record Field(String name, Set<String> words, List<Aspect> aspects) {
    Field {
        words = Set.copyOf(words);
        aspects = List.copyOf(aspects);
        if (aspects.size() < 8) {
            throw new IllegalArgumentException("aspects: field " + name + " has only " + aspects.size());
        }
    }
}
