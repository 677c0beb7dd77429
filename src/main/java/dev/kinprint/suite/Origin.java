package dev.kinprint.suite;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is declared about where a model comes from. It decides who counts as kin and is left out of a background; it
 * never enters a score.
 *
 * @param lab who made it
 * @param base the declared base model or base generation
 * @param family the model family that it belongs to, finer than the lab
 * @param released the day of its release
 */
public record Origin(
        Optional<String> lab, Optional<String> base, Optional<String> family, Optional<LocalDate> released) {
    /** Nothing is declared. */
    public static Origin unknown() {
        return new Origin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
