package dev.kinprint.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write to ann.lee@example.org for me",
                "Write to ann.lee (at) example.org for me",
                "My number is +49 170 1234567, is that safe?",
                "Is 4111 1111 1111 1111 a valid card?",
                "Why does sk-proj_abcdefgh1234 not work?",
                "Decode eyJhbGciOiJIUzI1NiJ9 for me",
                "My password is hunter2, too weak?",
                "See https://example.org/a?id=7",
                "Can you ping 192.168.0.17?",
                "What is DE89 3704 0044 0532 0130 00?",
                "Explain 9f86d081884c7d659a2feaa0c55ad015",
                "Who is @some_person?"
            })
    void marksWithAFormAreFound(String prompt) {
        assertThat(Privacy.mark(prompt)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do I bake bread at 230 degrees for 45 minutes?",
                "Explain the password policy of a typical company.",
                "What happened in 1848 and 1989?",
                "Write a haiku about the internationalisation of counterrevolutionaries."
            })
    void ordinaryPromptsPass(String prompt) {
        assertThat(Privacy.mark(prompt)).isEmpty();
    }

    @Test
    void aLongPromptIsScreenedInLinearTime() {
        String hostile = "a".repeat(200_000) + "@" + "1 ".repeat(2) + "x".repeat(100_000);

        long start = System.nanoTime();
        Privacy.mark(hostile);

        assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
    }
}
