package dev.kinprint.calibrate;

import java.util.List;
import java.util.Optional;

/**
 * What the texts say about one pair of models and one relation.
 *
 * @param suspect the model under question
 * @param candidate the possible source
 * @param relation the relation that is weighed against "unrelated"
 * @param logLr the likelihood ratio; empty where none may be printed
 * @param why why there is none; empty where there is one
 * @param contributions what each channel adds, in the order of the channels
 * @param questions how many questions both models answered
 * @param background how many models the background of this pair holds
 * @param labs from how many labs they come
 * @param rank the place of this candidate among all listed candidates for this suspect, from 1
 */
public record Evidence(
        String suspect,
        String candidate,
        Relation relation,
        Optional<LogLr> logLr,
        Optional<String> why,
        List<Contribution> contributions,
        int questions,
        int background,
        int labs,
        int rank) {
    /** Refuses evidence that has both a ratio and a reason for none, or neither. */
    public Evidence {
        contributions = List.copyOf(contributions);
        if (logLr.isPresent() == why.isPresent()) {
            throw new IllegalArgumentException("logLr: exactly one of a ratio and a reason for none is needed");
        }
    }

    /** The same without a ratio, for a reason. */
    Evidence withheld(String reason) {
        return new Evidence(
                suspect,
                candidate,
                relation,
                Optional.empty(),
                Optional.of(reason),
                contributions,
                questions,
                background,
                labs,
                rank);
    }
}
