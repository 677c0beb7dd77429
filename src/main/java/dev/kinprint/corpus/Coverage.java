package dev.kinprint.corpus;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is of one model, and what is missing.
 *
 * @param member the model
 * @param texts how many answers there are to compare
 * @param distinctTexts how many of them differ
 * @param gaps how many answers are missing for each reason; no reason stands with 0
 */
public record Coverage(Member member, int texts, int distinctTexts, SortedMap<Gap.Reason, Integer> gaps) {
    /** Copies the counts and checks that they can be. */
    public Coverage {
        gaps = Collections.unmodifiableSortedMap(new TreeMap<>((Map<Gap.Reason, Integer>) gaps));
        if (distinctTexts > texts || (texts > 0 && distinctTexts < 1)) {
            throw new IllegalArgumentException("distinctTexts: " + distinctTexts + " of " + texts);
        }
        gaps.forEach((reason, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException("gaps: " + count + " for " + reason);
            }
        });
    }

    /** How often the model was to be asked: texts and gaps together. */
    public int asks() {
        return texts + gaps.values().stream().mapToInt(Integer::intValue).sum();
    }
}
