package dev.kinprint.collect;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a vendor asks to wait, in whichever of its forms. */
final class RetryAfter {
    private RetryAfter() {}

    /**
     * Reads {@code retry-after-ms}, then {@code retry-after} as seconds or as a date. A date is compared with the
     * response's own {@code date}, because the clocks of two machines differ.
     *
     * @param headers by lower-case name
     * @param now the clock of this machine, for a response without a date
     * @return not negative; empty where nothing is asked, or nothing that can be read
     */
    static Optional<Duration> of(Map<String, String> headers, Instant now) {
        return number(headers.get("retry-after-ms"), 0)
                .or(() -> number(headers.get("retry-after"), 3))
                .or(() -> date(headers.get("retry-after")).map(until -> {
                    Duration wait = Duration.between(date(headers.get("date")).orElse(now), until);
                    return wait.isNegative() ? Duration.ZERO : wait;
                }));
    }

    private static Optional<Duration> number(@Nullable String text, int shift) {
        if (text == null || text.length() > 12 || !text.strip().matches("[0-9]+(?:\\.[0-9]+)?")) {
            return Optional.empty();
        }
        BigDecimal millis = new BigDecimal(text.strip()).movePointRight(shift);
        return Optional.of(Duration.ofMillis(millis.longValue()));
    }

    private static Optional<Instant> date(@Nullable String text) {
        if (text == null || text.length() > 40) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
