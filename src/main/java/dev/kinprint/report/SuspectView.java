package dev.kinprint.report;

import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** What limits the verdicts of the pairs shown first, each with what it concerns where that is not all of them. */
    List<String> caveats() {
        Map<String, List<Verdict>> concerned = new LinkedHashMap<>();
        first().stream().flatMap(pair -> pair.verdicts().values().stream()).forEach(verdict -> verdict.caveats()
                .forEach(caveat -> concerned
                        .computeIfAbsent(caveat, words -> new ArrayList<>())
                        .add(verdict)));
        int all = first().stream().mapToInt(pair -> pair.verdicts().size()).sum();
        return concerned.entrySet().stream()
                .map(entry -> entry.getValue().size() == all ? entry.getKey() : of(entry.getValue()) + entry.getKey())
                .toList();
    }

    /** The relations of the first pair, or else that it is about other candidates. */
    private String of(List<Verdict> verdicts) {
        String candidate = pairs.get(0).candidate();
        String relations = verdicts.stream()
                .map(Verdict::evidence)
                .filter(evidence -> evidence.candidate().equals(candidate))
                .map(evidence -> "\u201C" + evidence.relation().words() + "\u201D")
                .collect(Collectors.joining(", "));
        return relations.isEmpty() ? "Other candidates: " : candidate + ", " + relations + ": ";
    }
}
