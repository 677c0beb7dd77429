package dev.kinprint.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.fault.OperatorError;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts about vendors, as data. */
class ProfilesTest {
    private static WireRequest encode(String profile, String model, Map<String, String> params, boolean lenient) {
        Profile vendor = Profiles.find(profile).orElseThrow();
        return Codecs.of(vendor.dialect())
                .encode(vendor, new Ask(model, List.of(new Message(true, "x")), 9, new TreeMap<>(params)), lenient);
    }

    private static String body(String profile, String model, Map<String, String> params) {
        return new String(encode(profile, model, params, false).body().canonical(), StandardCharsets.UTF_8);
    }

    @Test
    void everyVendorIsListed() {
        assertThat(Profiles.all())
                .extracting(Profile::id)
                .containsExactly(
                        "anthropic",
                        "azure",
                        "bedrock",
                        "blackbox",
                        "deepseek",
                        "gemini",
                        "llama-cpp",
                        "minimax",
                        "mistral",
                        "moonshot",
                        "ollama",
                        "openai",
                        "openai-compatible",
                        "openai-responses",
                        "openrouter",
                        "vllm",
                        "xai");
    }

    /** Names of one vendor's models and the parameters that they do and do not take. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anthropic        | claude-opus-5       | temperature     | 0.7    | false
            anthropic        | claude-sonnet-4-5   | temperature     | 0.7    | true
            anthropic        | claude-sonnet-4-5   | temperature     | 1.5    | false
            anthropic        | claude-sonnet-4-5   | seed            | 7      | false
            openai           | gpt-5-mini          | temperature     | 0.7    | false
            openai           | gpt-4o              | temperature     | 0.7    | true
            openai           | gpt-4o              | reasoningEffort | low    | false
            openai-responses | gpt-4o              | seed            | 7      | false
            gemini           | gemini-2.5-pro      | reasoningEffort | low    | false
            gemini           | gemini-3-pro        | reasoningEffort | low    | true
            deepseek         | deepseek-v4-pro     | reasoningEffort | medium | false
            deepseek         | deepseek-v4-pro     | temperature     | 0.7    | true
            moonshot         | kimi-k2.5           | temperature     | 1      | false
            moonshot         | moonshot-v1-8k      | temperature     | 0.3    | true
            mistral          | mistral-large       | seed            | 7      | true
            minimax          | MiniMax-M3          | seed            | 7      | false
            xai              | grok-4-0709         | reasoningEffort | low    | false
            bedrock          | x.y-v1:0            | topK            | 5      | false
            """)
    void parametersAreCheckedBeforeAnythingIsSent(
            String profile, String model, String param, String value, boolean taken) {
        Map<String, String> params = Map.of(param, value);
        assertThat(encode(profile, model, params, true).dropped()).isEqualTo(taken ? List.of() : List.of(param));
        if (!taken) {
            assertThatThrownBy(() -> encode(profile, model, params, false))
                    .isInstanceOf(OperatorError.class)
                    .hasMessageContaining(param)
                    .hasMessageContaining(profile + "/" + model);
        }
    }

    @Test
    void ofTwoParametersThatExcludeEachOtherTheSecondIsRefused() {
        Map<String, String> both = Map.of("temperature", "0.7", "topP", "0.9");
        assertThat(encode("anthropic", "claude-haiku-4-5", both, true).dropped())
                .containsExactly("topP");
        assertThat(encode("anthropic", "claude-3-opus", both, true).dropped()).isEmpty();
    }

    @Test
    void aParameterWithoutEffectIsSentAndKnownAsSuch() {
        Profile deepseek = Profiles.find("deepseek").orElseThrow();
        assertThat(deepseek.ignores("deepseek-v4-flash", "temperature")).isPresent();
        assertThat(deepseek.ignores("deepseek-v4-flash", "reasoningEffort")).isEmpty();
    }

    @Test
    void aRouterIsHeldToOneUpstream() {
        String named = body("openrouter", "vendor/model@host", Map.of("temperature", "1"));
        assertThat(named)
                .contains("\"model\":\"vendor/model\"", "\"only\":[\"host\"]", "\"allow_fallbacks\":false")
                .contains("\"require_parameters\":true");
        assertThat(body("openrouter", "vendor/model", Map.of())).doesNotContain("only");
        assertThat(body("openai-compatible", "a@b", Map.of())).contains("\"model\":\"a@b\"");
        assertThat(Codecs.read(
                                "openai-chat",
                                "openrouter",
                                "vendor/model@host",
                                200,
                                Map.of(),
                                Wire.OPENAI_CHAT
                                        .reply("\"x\"", "stop")
                                        .replace("m-1", "vendor/model")
                                        .getBytes(StandardCharsets.UTF_8))
                        .outcome())
                .isEqualTo(Outcome.OK);
    }

    @Test
    void vendorsOwnNamesGoWhereTheyWantThem() {
        assertThat(body("mistral", "m", Map.of("seed", "7"))).contains("\"random_seed\":7");
        assertThat(body("minimax", "m", Map.of())).contains("\"reasoning_split\":true");
        assertThat(body("openai", "gpt-4o", Map.of())).contains("\"max_completion_tokens\":9");
        assertThat(body("bedrock", "m", Map.of("topP", "0.5"))).contains("\"inferenceConfig\":{\"maxTokens\":9");
    }

    @Test
    void anAsteriskStandsForOnePartOfAHost() {
        Profile bedrock = Profiles.find("bedrock").orElseThrow();
        assertThat(bedrock.owns("bedrock-runtime.eu-west-1.amazonaws.com")).isTrue();
        assertThat(bedrock.owns("bedrock-runtime.a.b.amazonaws.com")).isFalse();
        assertThat(bedrock.owns("mine.s3.amazonaws.com")).isFalse();
        assertThat(bedrock.owns("bedrock-runtime.eu-west-1.amazonaws.com.evil.example"))
                .isFalse();
        assertThat(Profiles.find("azure").orElseThrow().owns("acme.openai.azure.com"))
                .isTrue();
        assertThat(Profiles.find("vllm").orElseThrow().hosts()).isEmpty();
    }

    @Test
    void aPriceSaysWhereItWasReadAndOneThatNobodyReadIsUnknown() {
        Prices.Price price =
                Prices.bundled().find("anthropic", "claude-sonnet-4-5-20250929").orElseThrow();
        assertThat(price.nanoUsd(1_000_000, 1_000)).isEqualTo(3_015_000_000L);
        assertThat(price.source().url()).startsWith("https://");
        assertThat(price.source().what()).contains("platform.claude.com");
        assertThat(price.source().date()).isAfter(LocalDate.of(2025, 1, 1));
        assertThat(Prices.bundled().find("anthropic", "claude-sonnet-6")).isEmpty();
        assertThat(Prices.bundled().find("openrouter", "gpt-4o")).isEmpty();
    }
}
