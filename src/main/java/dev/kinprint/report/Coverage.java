package dev.kinprint.report;

import dev.kinprint.corpus.Gap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many answers one model gave, and what became of the others.
 *
 * @param member the model
 * @param ok how many texts it has
 * @param gaps how many texts are missing, by reason; a reason that did not occur may be left out
 * @param distinct how many of its texts differ from each other
 * @param served the model names that the provider gave in its answers, sorted; provider's words, so hostile text
 */
public record Coverage(String member, int ok, SortedMap<Gap.Reason, Integer> gaps, int distinct, List<String> served) {
    /** Refuses negative counts, and more distinct texts than texts. */
    public Coverage {
        gaps = Collections.unmodifiableSortedMap(new TreeMap<>((Map<Gap.Reason, Integer>) gaps));
        served = List.copyOf(served);
        if (ok < 0 || distinct < 0 || distinct > ok || gaps.values().stream().anyMatch(n -> n < 0)) {
            throw new IllegalArgumentException("coverage of " + member + ": 0 <= distinct " + distinct + " <= ok " + ok
                    + " and no negative gap count must hold");
        }
    }

    /** How many answers were asked for: {@code ok} and the gaps. */
    public int asks() {
        return ok + gaps.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many texts are missing for a reason. */
    public int gaps(Gap.Reason reason) {
        return gaps.getOrDefault(reason, 0);
    }
}
