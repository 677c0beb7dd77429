package dev.kinprint.report;

import dev.kinprint.verdict.Finding;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a gate found, ready to be printed.
 *
 * @param run the name of the run
 * @param baseline the path of the baseline file, with forward slashes, as the operator gave it
 * @param findings how each condition came out, in the order in which they were given
 * @param coverage what there is of each model in question
 * @param usd what the run's stored answers cost, in US dollars, as far as prices are known
 */
public record GateReport(String run, String baseline, List<Finding> findings, List<Coverage> coverage, BigDecimal usd) {
    /** Copies the lists; refuses a gate without conditions. */
    public GateReport {
        findings = List.copyOf(findings);
        coverage = List.copyOf(coverage);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("findings: none");
        }
    }

    /** How many conditions came out so. */
    public long count(Finding.State state) {
        return findings.stream().filter(finding -> finding.state() == state).count();
    }
}
