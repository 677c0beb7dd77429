package dev.kinprint.cli;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.Scale;
import dev.kinprint.calibrate.Weighing;
import dev.kinprint.compare.Comparison;
import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What judging brought to light.
 *
 * @param comparison every pair on every channel
 * @param suspects the positions of the suspects
 * @param candidates the positions of the possible sources
 * @param weighing evidence and scales, in the order of {@code verdicts}
 * @param verdicts for each pair the relations S, D and T
 * @param attributions for each suspect and relation, which of the listed
 * @param self how like themselves suspects and candidates are, asked again
 * @param beside what tests beside the verdicts found
 */
record Judged(
        Comparison comparison,
        List<Integer> suspects,
        List<Integer> candidates,
        Weighing weighing,
        List<Verdict> verdicts,
        List<Attribution> attributions,
        SelfComparison self,
        List<Beside> beside) {
    Judged {
        suspects = List.copyOf(suspects);
        candidates = List.copyOf(candidates);
        verdicts = List.copyOf(verdicts);
        attributions = List.copyOf(attributions);
        beside = List.copyOf(beside);
    }

    String id(int member) {
        return comparison.corpus().members().get(member).id();
    }

    /** The verdicts of one suspect. */
    List<Verdict> of(String suspect) {
        return verdicts.stream()
                .filter(verdict -> verdict.evidence().suspect().equals(suspect))
                .toList();
    }

    /** The same for every suspect; looking through all verdicts for each of many takes long. */
    Map<String, List<Verdict>> bySuspect() {
        return verdicts.stream()
                .collect(Collectors.groupingBy(verdict -> verdict.evidence().suspect()));
    }

    /** Where a piece of evidence lies on its scale. */
    Scale scale(Evidence evidence) {
        return weighing.rulers().scale(evidence);
    }
}
