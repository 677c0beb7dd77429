package dev.kinprint.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was run, on what, and how to run it again.
 *
 * @param run the name of the run
 * @param version the version of the tool
 * @param collectedFrom when the first answer was collected, as the archive has it; empty for outputs made elsewhere
 * @param collectedTo when the last one was
 * @param suites the sets of probes
 * @param models how many models there are
 * @param questions how many questions
 * @param samples the largest number of samples of one question
 * @param responses how many texts were judged
 * @param seed the seed of all randomness
 * @param embedder the id of the embedding model
 * @param command the command line that reproduces the report
 * @param complete whether every planned answer was asked for
 */
public record Header(
        String run,
        String version,
        Optional<Instant> collectedFrom,
        Optional<Instant> collectedTo,
        List<SuiteNote> suites,
        int models,
        int questions,
        int samples,
        int responses,
        long seed,
        String embedder,
        String command,
        boolean complete) {

    /**
     * A set of probes, or an imported corpus in its place.
     *
     * @param id its name and version
     * @param sha256 its hash in lower-case hexadecimal digits
     */
    public record SuiteNote(String id, String sha256) {}

    /** Refuses negative counts and a time span of one end. */
    public Header {
        suites = List.copyOf(suites);
        if (models < 0 || questions < 0 || samples < 0 || responses < 0) {
            throw new IllegalArgumentException("header: a count is negative: models " + models + ", questions "
                    + questions + ", samples " + samples + ", responses " + responses);
        }
        if (collectedFrom.isPresent() != collectedTo.isPresent()) {
            throw new IllegalArgumentException("collectedFrom, collectedTo: both or neither");
        }
    }
}
