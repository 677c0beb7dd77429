package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am ChatGPT, made by some people. | OpenAI | true",
                "I'm a model trained by OpenAI. | OpenAI | true",
                "I am not ChatGPT, I am Claude. | OpenAI | false",
                "I am not ChatGPT, I am a model called Claude. | Anthropic | true",
                "I was built by Blue Harbour Labs. | Blue Harbour Labs | true",
                "I was built by Blue Harbours. | Blue Harbour | false",
                "I am a helpful assistant. | Meta | false"
            })
    void findsTheNameThatAModelGivesItself(String text, String name, boolean claims) {
        assertThat(SelfNames.claims(text, List.of(name))).isEqualTo(claims);
    }
}
