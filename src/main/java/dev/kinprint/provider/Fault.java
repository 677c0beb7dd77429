package dev.kinprint.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * Why there is no answer.
 *
 * @param kind the class of failure
 * @param code the vendor's own short code, or the HTTP status; at most 80 plain characters
 * @param pause how long the vendor's body says to wait
 */
public record Fault(FaultKind kind, String code, Optional<Duration> pause) {
    /** Keeps letters, digits and a few marks of a code, since it comes from outside. */
    public Fault {
        StringBuilder plain = new StringBuilder();
        code.codePoints()
                .limit(80)
                .map(c -> c < 128 && (Character.isLetterOrDigit(c) || "._:/ -".indexOf(c) >= 0) ? c : '?')
                .forEach(plain::appendCodePoint);
        code = plain.toString();
    }

    /** A failure without a time to wait. */
    public static Fault of(FaultKind kind, String code) {
        return new Fault(kind, code, Optional.empty());
    }
}
