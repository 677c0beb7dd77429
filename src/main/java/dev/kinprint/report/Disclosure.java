package dev.kinprint.report;

/**
 * How much a report tells.
 *
 * @param texts whether what models said is written at all; without it, hashes and lengths stand for it
 * @param names whether models have their own names; without them, letters stand for them
 */
public record Disclosure(boolean texts, boolean names) {
    /** All of it. */
    public static final Disclosure FULL = new Disclosure(true, true);
}
