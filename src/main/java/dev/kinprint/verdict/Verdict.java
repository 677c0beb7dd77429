package dev.kinprint.verdict;

import dev.kinprint.calibrate.Evidence;
import java.util.List;

/**
 * What the written policy says of one pair and one relation.
 *
 * @param evidence what it rests on
 * @param support the step of the verbal scale
 * @param forRelation whether the support is for the relation; false where it speaks for "unrelated"
 * @param words the sentence for people, in the fixed vocabulary
 * @param caveats what limits it, each a plain sentence
 */
public record Verdict(Evidence evidence, Support support, boolean forRelation, String words, List<String> caveats) {
    /** Copies the caveats. */
    public Verdict {
        caveats = List.copyOf(caveats);
    }
}
