package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;
import java.util.Map;
import java.util.TreeMap;

/** Background weights that let every lab count once, however many of its models are in the corpus. */
public final class LabWeights {
    private LabWeights() {}

    /** For each model one over the number of models of its lab; a model without a declared lab is a lab of its own. */
    public static double[] of(Corpus corpus) {
        Map<String, Integer> sizes = new TreeMap<>();
        corpus.members().forEach(member -> member.origin().lab().ifPresent(lab -> sizes.merge(lab, 1, Integer::sum)));
        return corpus.members().stream()
                .mapToDouble(
                        member -> 1.0 / member.origin().lab().map(sizes::get).orElse(1))
                .toArray();
    }
}
