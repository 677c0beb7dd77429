package dev.kinprint.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The four dialects over real sockets, spoken by the JDK's own client. */
class ServerTest {
    private static final String PROMPT = "How do I mend a torn kite?";
    private static final String[] BEARER = {"authorization", "Bearer any"};
    private static final String[] ANTHROPIC = {"x-api-key", "any", "anthropic-version", "2023-06-01"};
    private static final String[] GOOGLE = {"x-goog-api-key", "any"};
    private static final String[] NONE = {};

    private final HttpClient client = HttpClient.newHttpClient();
    private RunningLab running;

    @BeforeEach
    void start() throws Exception {
        running = RunningLab.start(Worlds.FIRST, new LabOptions(1, 0, Duration.ZERO));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void speaksOpenAiChat() throws Exception {
        String model = served(Dialect.OPENAI_CHAT);
        var response = post("/v1/chat/completions", chat(model), BEARER);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("x-request-id")).isPresent();
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        Json body = json(response);
        assertThat(body.at("choices", 0, "message", "content").text()).contains(Worlds.FIRST.answer(model, PROMPT, 0));
        assertThat(body.at("choices", 0, "message", "role").text()).contains("assistant");
        assertThat(body.at("choices", 0, "finish_reason").text()).contains("stop");
        assertThat(body.at("model").text()).contains(model);
        long in = body.at("usage", "prompt_tokens").whole().orElseThrow();
        long out = body.at("usage", "completion_tokens").whole().orElseThrow();
        assertThat(in).isPositive();
        assertThat(body.at("usage", "total_tokens").whole()).contains(in + out);

        String cut = chat(model).replace("}]", "}],\"max_completion_tokens\":5");
        Json shortened = json(post("/v1/chat/completions", cut, BEARER));
        assertThat(shortened.at("choices", 0, "finish_reason").text()).contains("length");
        assertThat(shortened.at("usage", "completion_tokens").whole()).contains(5L);
    }

    @Test
    void speaksAnthropicMessages() throws Exception {
        String model = served(Dialect.ANTHROPIC_MESSAGES);
        String ask = chat(model).replace("}]", "}],\"max_tokens\":4000");
        var response = post("/v1/messages", ask, ANTHROPIC);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("request-id")).isPresent();
        Json body = json(response);
        assertThat(body.at("content", 0, "text").text()).contains(Worlds.FIRST.answer(model, PROMPT, 0));
        assertThat(body.at("stop_reason").text()).contains("end_turn");
        assertThat(body.at("type").text()).contains("message");
        assertThat(body.at("usage", "output_tokens").whole().orElseThrow()).isPositive();

        Json cut = json(post("/v1/messages", ask.replace("4000", "3"), ANTHROPIC));
        assertThat(cut.at("stop_reason").text()).contains("max_tokens");
        String stops = ask.replace("\"max_tokens\"", "\"stop_sequences\":[\" \"],\"max_tokens\"");
        Json stopped = json(post("/v1/messages", stops, ANTHROPIC));
        assertThat(stopped.at("stop_reason").text()).contains("stop_sequence");
        assertThat(stopped.at("stop_sequence").text()).contains(" ");
        assertThat(stopped.at("content", 0, "text").text().orElseThrow()).doesNotContain(" ");

        var without = post("/v1/messages", chat(model), ANTHROPIC);
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(json(without).at("error", "type").text()).contains("invalid_request_error");
        assertThat(json(without).at("error", "message").text().orElseThrow()).contains("max_tokens");
        assertThat(post("/v1/messages", ask, "x-api-key", "any").statusCode()).isEqualTo(400);
        String systemRole = ask.replace("\"user\"", "\"system\"");
        assertThat(post("/v1/messages", systemRole, ANTHROPIC).statusCode()).isEqualTo(400);
    }

    @Test
    void speaksGeminiGenerate() throws Exception {
        String model = served(Dialect.GEMINI_GENERATE);
        String path = "/v1beta/models/" + model + ":generateContent";
        String ask = "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"" + PROMPT + "\"}]}]}";
        var response = post(path, ask, GOOGLE);
        assertThat(response.statusCode()).isEqualTo(200);
        Json body = json(response);
        assertThat(body.at("candidates", 0, "content", "parts", 0, "text").text())
                .contains(Worlds.FIRST.answer(model, PROMPT, 0));
        assertThat(body.at("candidates", 0, "content", "role").text()).contains("model");
        assertThat(body.at("candidates", 0, "finishReason").text()).contains("STOP");
        assertThat(body.at("modelVersion").text()).contains(model);
        assertThat(body.at("usageMetadata", "candidatesTokenCount").whole().orElseThrow())
                .isPositive();

        String cut = ask.replace("}]}]", "}]}],\"generationConfig\":{\"maxOutputTokens\":2}");
        assertThat(json(post(path, cut, GOOGLE))
                        .at("candidates", 0, "finishReason")
                        .text())
                .contains("MAX_TOKENS");
        var assistant = post(path, ask.replace("\"user\"", "\"assistant\""), GOOGLE);
        assertThat(json(assistant).at("error", "status").text()).contains("INVALID_ARGUMENT");
    }

    @Test
    void speaksOllamaChat() throws Exception {
        String model = served(Dialect.OLLAMA_CHAT);
        String ask = chat(model).replace("}]", "}],\"stream\":false");
        var response = post("/api/chat", ask, NONE);
        assertThat(response.statusCode()).isEqualTo(200);
        Json body = json(response);
        assertThat(body.at("message", "content").text()).contains(Worlds.FIRST.answer(model, PROMPT, 0));
        assertThat(body.at("done").truth()).contains(true);
        assertThat(body.at("done_reason").text()).contains("stop");
        assertThat(body.at("eval_count").whole().orElseThrow()).isPositive();

        String cut = ask.replace("\"stream\"", "\"options\":{\"num_predict\":4},\"stream\"");
        assertThat(json(post("/api/chat", cut, NONE)).at("done_reason").text()).contains("length");
        var streaming = post("/api/chat", chat(model), NONE);
        assertThat(streaming.statusCode()).isEqualTo(400);
        assertThat(json(streaming).at("error").text().orElseThrow()).contains("stream");
    }

    @Test
    void asksForAKeyInEachDialectsOwnWords() throws Exception {
        var openAi = post("/v1/chat/completions", chat("x"), NONE);
        assertThat(openAi.statusCode()).isEqualTo(401);
        assertThat(json(openAi).at("error", "code").text()).contains("invalid_api_key");
        assertThat(post("/v1/chat/completions", chat("x"), "authorization", "Bearer ")
                        .statusCode())
                .isEqualTo(401);
        var anthropic = post("/v1/messages", chat("x"), "anthropic-version", "2023-06-01");
        assertThat(anthropic.statusCode()).isEqualTo(401);
        assertThat(json(anthropic).at("error", "type").text()).contains("authentication_error");
        assertThat(json(anthropic).at("request_id").text()).isPresent();
        var gemini = post("/v1beta/models/x:generateContent", "{}", NONE);
        assertThat(gemini.statusCode()).isEqualTo(401);
        assertThat(json(gemini).at("error", "status").text()).contains("UNAUTHENTICATED");
    }

    @Test
    void knowsNoOtherModelsAndNoModelOfAnotherDialect() throws Exception {
        var openAi = post("/v1/chat/completions", chat("nobody"), BEARER);
        assertThat(openAi.statusCode()).isEqualTo(404);
        assertThat(json(openAi).at("error", "code").text()).contains("model_not_found");
        var anthropic =
                post("/v1/messages", chat(served(Dialect.OPENAI_CHAT)).replace("}]", "}],\"max_tokens\":9"), ANTHROPIC);
        assertThat(anthropic.statusCode()).isEqualTo(404);
        assertThat(json(anthropic).at("error", "type").text()).contains("not_found_error");
        var gemini = post(
                "/v1beta/models/nobody:generateContent", "{\"contents\":[{\"parts\":[{\"text\":\"hm\"}]}]}", GOOGLE);
        assertThat(json(gemini).at("error", "status").text()).contains("NOT_FOUND");
        var ollama = post("/api/chat", chat("nobody").replace("}]", "}],\"stream\":false"), NONE);
        assertThat(ollama.statusCode()).isEqualTo(404);
        assertThat(json(ollama).at("error").text().orElseThrow()).contains("nobody");
        assertThat(post("/v2/else", "{}", BEARER).statusCode()).isEqualTo(404);
        assertThat(running.ledger().total()).isZero();
    }

    @Test
    void refusesWhatIsNoRequest() throws Exception {
        for (String body : List.of("", "{", "[]", "{\"model\":7}", "{\"model\":\"wrapper\",\"messages\":[]}")) {
            assertThat(post("/v1/chat/completions", body, BEARER).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        String model = served(Dialect.OPENAI_CHAT);
        for (String member :
                List.of("\"stream\":true", "\"n\":2", "\"temperature\":3", "\"max_tokens\":0", "\"stop\":7")) {
            var response = post("/v1/chat/completions", chat(model).replace("}]", "}]," + member), BEARER);
            assertThat(response.statusCode()).as(member).isEqualTo(400);
        }
        String long0 = chat(model).replace("kite", "k".repeat(1 << 20));
        assertThat(post("/v1/chat/completions", long0, BEARER).statusCode()).isEqualTo(413);
        var get = client.send(
                HttpRequest.newBuilder(URI.create(running.baseUrl() + "/api/chat"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(get.statusCode()).isEqualTo(405);
    }

    @Test
    void systemPromptsAndEarlierTurnsReachTheModel() throws Exception {
        String model = served(Dialect.OPENAI_CHAT);
        String ask = chat(model);
        String alone = content(ask);
        assertThat(alone).isEqualTo(Worlds.FIRST.answer(model, PROMPT, 0));
        String earlier = message("user", "Hello.") + "," + message("assistant", "Hello!") + ",";
        assertThat(content(ask.replace("[{", "[" + earlier + "{"))).isNotEqualTo(alone);
        int brief = 0;
        int full = alone.length();
        for (int i = 0; i < 20; i++) {
            brief += content(ask.replace("[{", "[" + message("system", "Be brief.") + ",{"))
                    .length();
            full += content(ask).length();
        }
        assertThat(brief).isLessThan(full * 9 / 10);
        String silent = chat(model).replace("\"user\"", "\"assistant\"");
        assertThat(post("/v1/chat/completions", silent, BEARER).statusCode()).isEqualTo(400);
    }

    @Test
    void requestsForOnePromptGetItsDrawsInOrderWhateverElseIsAsked() throws Exception {
        String model = served(Dialect.OPENAI_CHAT);
        List<CompletableFuture<Json>> others = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String other = chat(model).replace("kite", "kite " + i);
            others.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return json(post("/v1/chat/completions", other, BEARER));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
            Json body = json(post("/v1/chat/completions", chat(model), BEARER));
            texts.add(body.at("choices", 0, "message", "content").text().orElseThrow());
        }
        for (CompletableFuture<Json> other : others) {
            assertThat(other.get().at("choices", 0).present()).isTrue();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(texts.get(i)).isEqualTo(Worlds.FIRST.answer(model, PROMPT, i));
        }
        Json seeded = json(post("/v1/chat/completions", chat(model).replace("}]", "}],\"seed\":2"), BEARER));
        assertThat(seeded.at("choices", 0, "message", "content").text()).contains(texts.get(2));
        assertThat(running.ledger().count(model, PROMPT)).isEqualTo(6);
        assertThat(running.ledger().total()).isEqualTo(11);
        assertThat(running.ledger().byModel()).containsOnlyKeys(model).containsEntry(model, 11L);
    }

    @Test
    void manyClientsAtOnceGetEveryDrawOnce() throws Exception {
        String model = served(Dialect.OPENAI_CHAT);
        List<CompletableFuture<HttpResponse<byte[]>>> sent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sent.add(client.sendAsync(
                    request("/v1/chat/completions", chat(model), BEARER), HttpResponse.BodyHandlers.ofByteArray()));
        }
        Set<String> got = new HashSet<>();
        for (CompletableFuture<HttpResponse<byte[]>> response : sent) {
            got.add(json(response.get())
                    .at("choices", 0, "message", "content")
                    .text()
                    .orElseThrow());
        }
        Set<String> expected = new HashSet<>();
        for (int draw = 0; draw < 40; draw++) {
            expected.add(Worlds.FIRST.answer(model, PROMPT, draw));
        }
        assertThat(got).isEqualTo(expected);
    }

    @Test
    void latencyIsWaitedFor() throws Exception {
        try (RunningLab slow = RunningLab.start(Worlds.FIRST, new LabOptions(1, 0, Duration.ofMillis(150)))) {
            long start = System.nanoTime();
            client.send(
                    HttpRequest.newBuilder(URI.create(slow.baseUrl() + "/api/chat"))
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        }
    }

    private String content(String ask) throws Exception {
        return json(post("/v1/chat/completions", ask, BEARER))
                .at("choices", 0, "message", "content")
                .text()
                .orElseThrow();
    }

    private static String chat(String model) {
        return "{\"model\":\"" + model + "\",\"messages\":[" + message("user", PROMPT) + "]}";
    }

    private static String message(String role, String text) {
        return "{\"role\":\"" + role + "\",\"content\":\"" + text + "\"}";
    }

    private static String served(Dialect dialect) {
        return Worlds.FIRST.models().stream()
                .filter(model -> model.dialect() == dialect)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Json json(HttpResponse<byte[]> response) throws Exception {
        return Json.parse(response.body());
    }

    private HttpResponse<byte[]> post(String path, String body, String... headers) throws Exception {
        return client.send(request(path, body, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String path, String body, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(running.baseUrl() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder.build();
    }
}
