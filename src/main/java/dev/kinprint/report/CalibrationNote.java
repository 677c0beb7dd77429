package dev.kinprint.report;

import dev.kinprint.calibrate.Relation;
import java.util.List;

/**
 * What turned scores into likelihood ratios.
 *
 * @param id the calibration's name
 * @param version its version
 * @param corpus the name of the corpus on which it was fitted
 * @param source where that corpus comes from
 * @param fits what it was fitted on, by relation
 * @param inRange whether this audit lies in the calibration's range; where it does not, only ranks are printed
 * @param remarks what was checked and found, each a plain sentence
 */
public record CalibrationNote(
        String id,
        String version,
        String corpus,
        String source,
        List<Fit> fits,
        boolean inRange,
        List<String> remarks) {

    /**
     * What one relation was fitted on.
     *
     * @param relation the relation
     * @param families how many independent families the pairs come from
     * @param positives how many pairs have the relation
     * @param negatives how many pairs are unrelated
     * @param lowest the least log10 likelihood ratio that may be printed
     * @param highest the greatest
     */
    public record Fit(Relation relation, int families, int positives, int negatives, double lowest, double highest) {
        /** Refuses negative counts and bounds that are upside down. */
        public Fit {
            if (families < 0 || positives < 0 || negatives < 0) {
                throw new IllegalArgumentException("fit of " + relation + ": a count is negative");
            }
            if (!Double.isFinite(lowest) || !Double.isFinite(highest) || lowest > highest) {
                throw new IllegalArgumentException(
                        "fit of " + relation + ": bounds " + lowest + " to " + highest + " do not hold");
            }
        }
    }

    /** Copies the lists. */
    public CalibrationNote {
        fits = List.copyOf(fits);
        remarks = List.copyOf(remarks);
    }
}
