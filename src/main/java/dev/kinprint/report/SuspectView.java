package dev.kinprint.report;

import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Verdict;
import java.util.List;

/**
 * All that is printed for one suspect.
 *
 * @param id unique in the page
 * @param answer the answer in words
 * @param headline the few words over it
 * @param pairs the pairs, likeliest first
 * @param attributions for each relation, which of the listed, if any
 * @param rulers one for each pair worth showing
 * @param drivers what each channel adds, for the pair shown first
 * @param ablations what its ratios become where something is left out
 */
record SuspectView(
        String id,
        Answer answer,
        Headline headline,
        List<PairView> pairs,
        List<Attribution> attributions,
        List<RulerView> rulers,
        List<DriverView> drivers,
        List<AblationView> ablations) {
    private static final int FIRST = 5;
    private static final int MORE = 60;

    List<PairView> first() {
        return pairs.subList(0, Math.min(FIRST, pairs.size()));
    }

    List<PairView> more() {
        return pairs.subList(first().size(), Math.min(FIRST + MORE, pairs.size()));
    }

    /** How many pairs only the files hold. */
    int left() {
        return pairs.size() - first().size() - more().size();
    }

    /** What limits the verdicts of the pairs shown first. */
    List<String> caveats() {
        return first().stream()
                .flatMap(pair -> pair.verdicts().values().stream())
                .map(Verdict::caveats)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
