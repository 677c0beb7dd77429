package dev.kinprint.report;

import java.util.List;

/**
 * The phrases that two models both use more often than the background does.
 *
 * @param suspect the model under question
 * @param candidate the possible source
 * @param rows the most overused first; none where there is no such phrase
 */
public record Phrases(String suspect, String candidate, List<Row> rows) {
    private static final double STANDS_OUT = 0.05;

    /**
     * One phrase.
     *
     * @param text its words; hostile text
     * @param suspectAnswers in how many of the suspect's answers it stands
     * @param suspectOf how many answers the suspect gave
     * @param candidateAnswers in how many of the candidate's answers it stands
     * @param candidateOf how many answers the candidate gave
     * @param background the share of the background's answers that hold it, from 0 to 1
     * @param models how many models of the background use it at all
     * @param q the p-value after the adjustment for all phrases that were tested, from 0 to 1
     */
    public record Row(
            String text,
            int suspectAnswers,
            int suspectOf,
            int candidateAnswers,
            int candidateOf,
            double background,
            int models,
            double q) {
        /** Refuses counts and shares out of range. */
        public Row {
            if (suspectAnswers > suspectOf || candidateAnswers > candidateOf || models < 0) {
                throw new IllegalArgumentException("phrase: counts do not hold: " + suspectAnswers + " of " + suspectOf
                        + ", " + candidateAnswers + " of " + candidateOf + ", " + models + " models");
            }
            if (!(background >= 0 && background <= 1 + 1e-9) || !(q >= 0 && q <= 1)) {
                throw new IllegalArgumentException(
                        "phrase: background " + background + " and q " + q + " must be from 0 to 1");
            }
        }
    }

    /** Copies the rows. */
    public Phrases {
        rows = List.copyOf(rows);
    }

    /** The phrases that stand out: those that chance would hardly give among so many. */
    List<Row> standing() {
        return rows.stream().filter(row -> row.q() <= STANDS_OUT).toList();
    }

    /** The least q-value; 1 where there is no phrase. */
    double leastQ() {
        return rows.stream().mapToDouble(Row::q).min().orElse(1);
    }

    /** A q-value as it is printed: under a thousandth only that. */
    static String q(double value) {
        return value < 0.001 ? "< 0.001" : Numbers.fixed(value, 3);
    }
}
