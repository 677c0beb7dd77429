package dev.kinprint.report;

import dev.kinprint.corpus.Gap;
import dev.kinprint.suite.Probe;
import java.util.List;
import java.util.Optional;

/**
 * One pair of models, question by question.
 *
 * @param suspect the model under question
 * @param candidate the possible source
 * @param measure what the score is, a few words
 * @param rows one for each question, in the order to print
 */
public record Strip(String suspect, String candidate, String measure, List<Row> rows) {
    /**
     * One question.
     *
     * @param question its id
     * @param category what kind of evidence it was asked for
     * @param score the pair's score; empty where a text is missing
     * @param percentile the share of unrelated pairs that score lower, from 0 to 100; empty where there is no score
     * @param gaps why texts of either model are missing
     */
    public record Row(
            String question,
            Probe.Category category,
            Optional<Double> score,
            Optional<Double> percentile,
            List<Gap.Reason> gaps) {
        /** Refuses numbers out of range, and a percentile without a score. */
        public Row {
            gaps = List.copyOf(gaps);
            if (score.isPresent() && !Double.isFinite(score.get())) {
                throw new IllegalArgumentException("score: not finite for question " + question);
            }
            if (percentile.isPresent() && (score.isEmpty() || !(percentile.get() >= 0 && percentile.get() <= 100))) {
                throw new IllegalArgumentException(
                        "percentile: " + percentile.get() + " for question " + question + " is not of a score");
            }
        }
    }

    /** Copies the rows. */
    public Strip {
        rows = List.copyOf(rows);
    }
}
