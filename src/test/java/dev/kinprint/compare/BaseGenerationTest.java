package dev.kinprint.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseGenerationTest {
    @ParameterizedTest
    @CsvSource({
        "llama-1, llama-1",
        "llama-7b, llama-1",
        "llama-13b, llama-1",
        "LLaMA-65B, llama-1",
        "llama, llama-1",
        "llama-2, llama-2",
        "llama-2-13b-chat-hf, llama-2",
        "meta-llama/Llama-2-7b-hf, llama-2",
        "Llama 2 13B, llama-2",
        "llama 2 chat, llama-2",
        "meta-llama-3-8b-instruct, llama-3",
        "Meta-Llama-3-70B-Instruct, llama-3",
        "llama-3.1-405b, llama-3.1",
        "llama-3.2-1b-instruct, llama-3.2",
        "mistral-7b, mistral",
        "Mistral-7B-Instruct-v0.2, mistral",
        "mistralai/Mistral-7B-v0.1, mistral",
        "Mixtral-8x7B-Instruct-v0.1, mixtral",
        "gemma-2-9b-it, gemma-2",
        "qwen2.5-7b-instruct, qwen2.5",
        "qwen2-7b, qwen2",
        "yi-34b, yi",
        "gpt-3.5-turbo, gpt-3.5",
        "MiniMA-3B(logit-distilled from llama-2-7b), minima",
        "qwen-14b/llama-2 init, llama-2",
        "llama-2-7b (QLoRA / alpaca), llama-2",
        "falcon-40b (see tii/uae), falcon",
    })
    void sizesAndTuningsOfOneBaseAreOneGeneration(String declared, String generation) {
        assertThat(BaseGeneration.of(declared)).contains(generation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own", "proprietary", "proprietary:openai", "Proprietary:Mistral(llama-2-70b)", "ensemble", "unknown",
                "unknown (probably llama)", "none", "", " ", "7b", "(llama)"
            })
    void whatNamesNoBaseIsShared(String declared) {
        assertThat(BaseGeneration.of(declared)).isEmpty();
    }

    @Test
    void theLocaleDoesNotShow() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(BaseGeneration.of("MISTRAL-7B-INSTRUCT")).contains("mistral");
        } finally {
            Locale.setDefault(before);
        }
    }
}
