package dev.kinprint.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "gpt-4.1", "a_b", "console", "com", "com10", "lpt", "A.b-C_9"})
    void isAnId(String id) {
        assertThat(Ids.valid(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "-a",
                "_a",
                ".a",
                "a.",
                "a b",
                "a/b",
                "a\\b",
                "a:b",
                "ä",
                "a\n",
                "a\u202e",
                "con",
                "NUL",
                "aux.txt",
                "COM1",
                "lpt9.log"
            })
    void isNone(String id) {
        assertThat(Ids.valid(id)).isFalse();
    }

    @Test
    void lengthIsBounded() {
        assertThat(Ids.valid("a".repeat(128))).isTrue();
        assertThat(Ids.valid("a".repeat(129))).isFalse();
    }
}
