package dev.kinprint.report;

import dev.kinprint.calibrate.LogLr;
import dev.kinprint.calibrate.Relation;
import java.util.List;
import java.util.Optional;

/**
 * Where a suspect lies among other models, all measured against the same candidate for the same relation, in log10 of
 * the likelihood ratio.
 *
 * @param suspect the model under question
 * @param candidate the possible source
 * @param relation the relation
 * @param found the suspect's own value
 * @param background unrelated panel models against the candidate
 * @param kin models of the suspect's or the candidate's lab or declared base against the candidate
 * @param floor the candidate against repeated samples of itself; empty where it was not measured
 */
public record Ruler(
        String suspect,
        String candidate,
        Relation relation,
        LogLr found,
        List<Mark> background,
        List<Mark> kin,
        Optional<LogLr> floor) {

    /**
     * Another model on the ruler.
     *
     * @param member its id
     * @param log10Lr its value against the same candidate
     */
    public record Mark(String member, double log10Lr) {
        /** Refuses a value that is not finite. */
        public Mark {
            if (!Double.isFinite(log10Lr)) {
                throw new IllegalArgumentException("log10Lr: not finite for " + member + ": " + log10Lr);
            }
        }
    }

    /** Copies the lists. */
    public Ruler {
        background = List.copyOf(background);
        kin = List.copyOf(kin);
    }
}
