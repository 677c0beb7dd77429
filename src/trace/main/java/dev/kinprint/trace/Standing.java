package dev.kinprint.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a suspect stands among models that saw nothing: the strength of its echo, and that of each background model,
 * measured in the same way against the others.
 *
 * @param strength the suspect's
 * @param background theirs, by model
 */
record Standing(double strength, Map<String, Double> background) {
    Standing {
        background = new TreeMap<>(background);
    }

    /** Measures the background models; the suspect takes no part in it. */
    static Standing of(Echo suspect, List<Nearness> probes, Collection<String> background, long seed) {
        Map<String, Double> strengths = new TreeMap<>();
        for (String model : background) {
            List<String> others = new ArrayList<>(background);
            others.remove(model);
            strengths.put(model, Echo.of(probes, model, others, seed).strength());
        }
        return new Standing(suspect.strength(), strengths);
    }

    /** The part of the background models with as much or more, the suspect counted in: no smaller than one over their number plus one. */
    double p() {
        long asMuch =
                background.values().stream().filter(other -> other >= strength).count();
        return (1.0 + asMuch) / (1.0 + background.size());
    }
}
