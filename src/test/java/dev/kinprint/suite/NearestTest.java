package dev.kinprint.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("id", "role", "model", "models", "released", "baseUrl");

    @Test
    void aSlipOfOneOrTwoLettersIsUnderstood() {
        assertThat(Nearest.of("modle", KNOWN)).contains("model");
        assertThat(Nearest.of("relased", KNOWN)).contains("released");
        assertThat(Nearest.of("BaseURL", KNOWN)).contains("baseUrl");
        assertThat(Nearest.of("base-url", KNOWN)).contains("baseUrl");
        assertThat(Nearest.of("ids", KNOWN)).contains("id");
    }

    @Test
    void ofEquallyNearWordsTheFirstIsTaken() {
        assertThat(Nearest.of("modelz", KNOWN)).contains("model");
        assertThat(Nearest.of("models", KNOWN)).contains("models");
    }

    @Test
    void whatIsFarFromAllIsNotGuessed() {
        assertThat(Nearest.of("temperature", KNOWN)).isEmpty();
        assertThat(Nearest.of("xyz", KNOWN)).isEmpty();
        assertThat(Nearest.of("", KNOWN)).isEmpty();
        assertThat(Nearest.of("x".repeat(100_000), KNOWN)).isEmpty();
    }
}
