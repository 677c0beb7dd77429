package dev.kinprint.trace;

import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Suite;
import dev.kinprint.suite.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A probe set drawn from a log.
 *
 * @param probes the prompts, in the order in which they are asked
 * @param accounts from how many accounts of each side
 * @param keptBack how many drawn prompts were kept back, by reason
 */
record DrawnProbes(List<Drawn> probes, Map<Side, Integer> accounts, Map<String, Integer> keptBack) {
    /**
     * One prompt.
     *
     * @param side where it comes from
     * @param hash the SHA-256 of the prompt, in hexadecimal
     * @param prompt its words
     */
    record Drawn(Side side, String hash, String prompt) {}

    DrawnProbes {
        probes = List.copyOf(probes);
        accounts = new TreeMap<>(accounts);
        keptBack = new TreeMap<>(keptBack);
    }

    /** How many probes a side has. */
    long of(Side side) {
        return probes.stream().filter(probe -> probe.side() == side).count();
    }

    /**
     * The probes as a suite that {@code kinprint run} takes. It holds no account and no answer.
     *
     * @param samples how often each model is asked
     * @param maxTokens the token limit of an answer
     */
    Suite suite(int samples, int maxTokens) {
        return new Suite(
                "trace",
                "1",
                probes.stream()
                        .map(drawn -> new Probe(
                                drawn.side().id(drawn.hash()),
                                Probe.Category.IMPORTED,
                                "und",
                                "Drawn from the log of the provider.",
                                List.of(new Turn(Turn.Speaker.USER, drawn.prompt())),
                                maxTokens,
                                samples,
                                Optional.empty()))
                        .toList());
    }
}
