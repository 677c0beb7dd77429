package dev.kinprint.archive;

import java.time.Instant;

/**
 * When something was collected.
 *
 * @param from the earliest moment, to the millisecond
 * @param to the latest moment; not before the earliest
 */
public record Span(Instant from, Instant to) {
    /** Refuses an end before the start. */
    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to: " + to + " is before " + from);
        }
    }
}
