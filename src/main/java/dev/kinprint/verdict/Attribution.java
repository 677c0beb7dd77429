package dev.kinprint.verdict;

import dev.kinprint.calibrate.LogLr;
import dev.kinprint.calibrate.Relation;
import java.util.List;
import java.util.Optional;

/**
 * The answer to "which of the listed candidates, if any?" for one suspect and one relation.
 *
 * @param suspect the model under question
 * @param relation the relation
 * @param examined how many candidates were examined
 * @param named the candidates that may be named, strongest first; empty means "none of the listed"
 * @param any the likelihood ratio for "any listed candidate", where one may be printed
 * @param words the sentence for people
 */
public record Attribution(
        String suspect, Relation relation, int examined, List<String> named, Optional<LogLr> any, String words) {
    /** Copies the names. */
    public Attribution {
        named = List.copyOf(named);
    }
}
