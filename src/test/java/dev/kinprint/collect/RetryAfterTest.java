package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"2, 2000", "0, 0", "1.5, 1500", "' 7 ', 7000", "86400, 86400000"})
    void secondsMayHaveAFraction(String value, long millis) {
        assertThat(RetryAfter.of(Map.of("retry-after", value), NOW)).contains(Duration.ofMillis(millis));
    }

    @Test
    void millisecondsComeFirst() {
        assertThat(RetryAfter.of(Map.of("retry-after", "9", "retry-after-ms", "250"), NOW))
                .contains(Duration.ofMillis(250));
        assertThat(RetryAfter.of(Map.of("retry-after", "9", "retry-after-ms", "soon"), NOW))
                .contains(Duration.ofSeconds(9));
    }

    @Test
    void aDateIsComparedWithTheResponsesOwn() {
        Map<String, String> headers =
                Map.of("retry-after", "Sun, 22 Nov 2026 15:00:30 GMT", "date", "Sun, 22 Nov 2026 15:00:00 GMT");
        assertThat(RetryAfter.of(headers, NOW)).contains(Duration.ofSeconds(30));
        assertThat(RetryAfter.of(Map.of("retry-after", "Sun, 22 Nov 2026 12:01:00 GMT"), NOW))
                .contains(Duration.ofSeconds(60));
        assertThat(RetryAfter.of(Map.of("retry-after", "Sun, 22 Nov 2026 11:00:00 GMT"), NOW))
                .contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-1", "soon", "1e9", "NaN", "999999999999999999999", "Sun, 99 Nov 2026 15:00:30 GMT", "0x10"
            })
    void whatCannotBeReadAsksForNothing(String value) {
        assertThat(RetryAfter.of(Map.of("retry-after", value), NOW)).isEqualTo(Optional.empty());
    }
}
