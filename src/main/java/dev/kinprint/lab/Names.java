package dev.kinprint.lab;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Invented names, each used once. */
final class Names {
    private final long seed;
    private final Set<String> used = new HashSet<>();
    private int drawn;

    Names(long seed) {
        this.seed = seed;
    }

    /** A word of two or three syllables that was not drawn before; capitalised. */
    String fresh() {
        while (true) {
            String word = word(Hash.of(seed, drawn++));
            if (used.add(word)) {
                return word;
            }
        }
    }

    /** An identifier for a model: a fresh word in one of the forms that such identifiers have. */
    String model() {
        List<String> forms = Lexicon.SHARED.list("families");
        int form = (int) Math.floorMod(Hash.of(seed, -1 - drawn), (long) forms.size());
        return String.format(Locale.ROOT, forms.get(form), fresh().toLowerCase(Locale.ROOT));
    }

    /** The name of a lab. */
    String lab() {
        List<String> forms = Lexicon.SHARED.list("labs");
        int form = (int) Math.floorMod(Hash.of(seed, -1 - drawn), (long) forms.size());
        return String.format(Locale.ROOT, forms.get(form), fresh());
    }

    /** The invented word of a key. */
    static String word(long key) {
        List<String> syllables = Lexicon.SHARED.list("syllables");
        int length = 2 + (int) Math.floorMod(key, 2L);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(syllables.get((int) Math.floorMod(Hash.of(key, i), (long) syllables.size())));
        }
        return Pen.capital(word.toString());
    }
}
