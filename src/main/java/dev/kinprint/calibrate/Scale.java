package dev.kinprint.calibrate;

import java.util.List;

/**
 * Where other models lie on the scale on which a suspect is weighed against a candidate: log10 likelihood ratios before
 * bounds.
 *
 * @param unbounded the suspect itself, before bounds; 0 where it has none
 * @param lower the least log10 likelihood ratio that may be printed
 * @param upper the greatest
 * @param marks the other models of the corpus against the same candidate
 */
public record Scale(double unbounded, double lower, double upper, List<Mark> marks) {
    /** Copies the marks. */
    public Scale {
        marks = List.copyOf(marks);
    }

    /**
     * Another model against the same candidate.
     *
     * @param member its id
     * @param kin whether it is declared kin of suspect or candidate, and so no background
     * @param log10 its log10 likelihood ratio before bounds
     */
    public record Mark(String member, boolean kin, double log10) {}
}
