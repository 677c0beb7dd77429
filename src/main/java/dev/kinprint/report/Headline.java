package dev.kinprint.report;

import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Support;
import dev.kinprint.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The few words over a suspect's answer: only what the attribution names, never merely the highest figure. A candidate
 * that is named for two relations is named for one of the two: the data do not tell which.
 *
 * @param words the words
 * @param candidate the named candidate
 * @param support the step of the scale that they stand for
 */
record Headline(String words, Optional<String> candidate, Support support) {
    static Headline of(List<Verdict> verdicts, List<Attribution> attributions) {
        List<Verdict> named = new ArrayList<>();
        for (Attribution attribution : attributions) {
            for (Verdict verdict : verdicts) {
                if (verdict.evidence().relation() == attribution.relation()
                        && attribution.named().contains(verdict.evidence().candidate())) {
                    named.add(verdict);
                }
            }
        }
        return named.stream()
                .max(Comparator.comparing(Verdict::support)
                        .thenComparing(verdict -> -verdict.evidence().rank()))
                .map(top -> new Headline(
                        top.support().words() + " for "
                                + named.stream()
                                        .filter(one -> one.evidence()
                                                .candidate()
                                                .equals(top.evidence().candidate()))
                                        .map(one -> "\u201C"
                                                + one.evidence().relation().words() + "\u201D")
                                        .sorted(Comparator.reverseOrder())
                                        .collect(Collectors.joining(" or ")),
                        Optional.of(top.evidence().candidate()),
                        top.support()))
                .orElseGet(() -> verdicts.stream().allMatch(v -> v.support() == Support.INSUFFICIENT_DATA)
                        ? new Headline(Support.INSUFFICIENT_DATA.words(), Optional.empty(), Support.INSUFFICIENT_DATA)
                        : new Headline("none of the listed is named", Optional.empty(), Support.NONE));
    }

    /** How many of the five steps are reached. */
    int steps() {
        return switch (support) {
            case INSUFFICIENT_DATA, NONE -> 0;
            case WEAK -> 1;
            case MODERATE -> 2;
            case MODERATELY_STRONG -> 3;
            case STRONG -> 4;
            case VERY_STRONG -> 5;
        };
    }
}
