package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Background weights that let every lab count once, however many of its models are in the corpus. */
public final class LabWeights {
    private static final Set<String> NO_LAB = Set.of("", "unknown", "others", "community", "none");

    private LabWeights() {}

    /** The declared lab of a model in lower case; empty where none is declared, or a word that names no lab. */
    public static Optional<String> lab(Member member) {
        return member.origin()
                .lab()
                .map(lab -> lab.toLowerCase(Locale.ROOT).strip())
                .filter(lab -> !NO_LAB.contains(lab));
    }

    /** For each model one over the number of models of its lab; a model without a declared lab is a lab of its own. */
    public static double[] of(Corpus corpus) {
        Map<String, Integer> sizes = new TreeMap<>();
        corpus.members().forEach(member -> lab(member).ifPresent(lab -> sizes.merge(lab, 1, Integer::sum)));
        return corpus.members().stream()
                .mapToDouble(member -> 1.0 / lab(member).map(sizes::get).orElse(1))
                .toArray();
    }
}
