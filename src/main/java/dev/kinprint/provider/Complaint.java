package dev.kinprint.provider;

import dev.kinprint.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An error in a vendor's own words.
 *
 * @param codes every short code that the body gives, in lower case, the most telling first
 * @param status the HTTP status that the body names, where it does
 * @param pause how long the body says to wait
 */
record Complaint(List<String> codes, Optional<Integer> status, Optional<Duration> pause) {
    Complaint {
        codes = List.copyOf(codes);
    }

    /** From the members that may hold a code, as text or as a number. */
    static Complaint of(Json... places) {
        List<String> codes = new ArrayList<>();
        Optional<Integer> status = Optional.empty();
        for (Json place : places) {
            place.text().filter(code -> !code.isBlank()).ifPresent(code -> codes.add(code.toLowerCase(Locale.ROOT)));
            Optional<Long> number = place.whole().filter(code -> code >= 0 && code < 100_000);
            number.ifPresent(code -> codes.add(Long.toString(code)));
            if (status.isEmpty()) {
                status = number.filter(code -> code >= 400 && code <= 599).map(Long::intValue);
            }
        }
        return new Complaint(codes, status, Optional.empty());
    }

    Complaint waiting(Optional<Duration> time) {
        return new Complaint(codes, status, time);
    }
}
