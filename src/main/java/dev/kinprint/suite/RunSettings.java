package dev.kinprint.suite;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The name of a run and what decides its extent.
 *
 * @param name the run's id, and its folder under {@code out}
 * @param samples how often each probe is asked of each model, instead of every probe's own number
 * @param seed what all randomness of the run is derived from
 * @param out the folder that holds the folders of runs
 */
public record RunSettings(String name, Optional<Integer> samples, long seed, Path out) {
    /** Checks the name and that samples, where given, are at least 1. */
    public RunSettings {
        Ids.check("name", name);
        if (samples.isPresent() && samples.get() < 1) {
            throw new IllegalArgumentException("samples: " + samples.get() + " is less than 1");
        }
    }
}
