package dev.kinprint.provider;

import java.util.Optional;

/**
 * How much a vendor takes in a minute.
 *
 * @param calls calls a minute, at least 1; empty where no limit is known
 * @param tokens tokens a minute, of questions and answers together, at least 1; empty where no limit is known
 */
public record Pace(Optional<Long> calls, Optional<Long> tokens) {
    /** No limit is known. */
    public static final Pace FREE = new Pace(Optional.empty(), Optional.empty());

    /** Refuses limits under 1. */
    public Pace {
        if (calls.orElse(1L) < 1 || tokens.orElse(1L) < 1) {
            throw new IllegalArgumentException("calls, tokens: under 1 a minute");
        }
    }

    /** These limits where they are given, and else the others. */
    public Pace or(Pace other) {
        return new Pace(calls.or(other::calls), tokens.or(other::tokens));
    }
}
