package dev.kinprint.watch;

import dev.kinprint.suite.Origin;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model as the library knows it.
 *
 * @param model its id
 * @param origin what is declared about its descent
 * @param answers a sketch of its first answer to each question, by the hash of the question
 */
record Fingerprint(String model, Origin origin, SortedMap<String, Sketch> answers) {
    Fingerprint {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Sketch>) answers));
    }

    /** The line that it belongs to: its lab's family, where one is declared, else itself alone. */
    String line() {
        return origin.family()
                .map(family -> origin.lab().map(lab -> lab + " ").orElse("").toLowerCase(Locale.ROOT) + family)
                .orElse(model);
    }
}
