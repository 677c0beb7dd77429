package dev.kinprint.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({"2h,7200,2h", "90m,5400,1h30m", "45s,45,45s", "1h30m,5400,1h30m", "1h1m1s,3661,1h1m1s", "3600s,3600,1h"
    })
    void isReadAndWritten(String text, long seconds, String canonical) {
        assertThat(Span.parse(text)).contains(Duration.ofSeconds(seconds));
        assertThat(Span.write(Duration.ofSeconds(seconds))).isEqualTo(canonical);
        assertThat(Span.parse(canonical)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "h", "0h", "0h0m0s", "-1h", "1.5h", "30m1h", "1 h", "PT1H", "999999999999h", "1H"})
    void isNone(String text) {
        assertThat(Span.parse(text)).isEmpty();
    }
}
