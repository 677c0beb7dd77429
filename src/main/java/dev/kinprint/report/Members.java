package dev.kinprint.report;

import dev.kinprint.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each model is in this report.
 *
 * @param suspects the models under question
 * @param candidates the possible sources
 */
record Members(Set<String> suspects, Set<String> candidates) {
    static Members of(List<Verdict> verdicts) {
        Set<String> suspects = new TreeSet<>();
        Set<String> candidates = new TreeSet<>();
        for (Verdict verdict : verdicts) {
            suspects.add(verdict.evidence().suspect());
            candidates.add(verdict.evidence().candidate());
        }
        return new Members(suspects, candidates);
    }

    boolean audited(String member) {
        return suspects.contains(member) || candidates.contains(member);
    }

    String role(String member) {
        boolean suspect = suspects.contains(member);
        boolean candidate = candidates.contains(member);
        if (suspect && candidate) {
            return "suspect and candidate";
        }
        return suspect ? "suspect" : candidate ? "candidate" : "panel";
    }
}
