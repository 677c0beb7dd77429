package dev.kinprint.lab;

import dev.kinprint.json.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OpenAI's chat completions. */
final class OpenAiWire implements Wire {
    private final Clock clock;

    OpenAiWire(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Dialect dialect() {
        return Dialect.OPENAI_CHAT;
    }

    @Override
    public boolean owns(String path) {
        return path.equals("/v1/chat/completions");
    }

    @Override
    public void admit(Call call) throws WireFault {
        String authorization = call.header("authorization").orElse("");
        if (!authorization.startsWith("Bearer ") || authorization.substring(7).isBlank()) {
            throw new WireFault(
                    WireFault.Kind.NO_KEY, "You did not provide an API key: use Authorization: Bearer KEY.");
        }
    }

    @Override
    public Ask read(Call call) throws WireFault {
        Json body = call.body();
        String model = Call.text(body, "model");
        if (body.at("stream").truth().orElse(false)) {
            throw WireFault.invalid("stream: the lab does not stream, send false");
        }
        if (Call.whole(body, "n", 1).orElse(1L) > 1) {
            throw WireFault.invalid("n: the lab gives one choice a request");
        }
        Call.range(body, "temperature", 2);
        Call.range(body, "top_p", 1);
        Optional<Long> limit = Call.whole(body, "max_completion_tokens", 1);
        Optional<Long> old = Call.whole(body, "max_tokens", 1);
        if (limit.isPresent() && old.isPresent()) {
            throw WireFault.invalid("max_tokens: not together with max_completion_tokens");
        }
        StringBuilder system = new StringBuilder();
        List<Conversation.Turn> turns = new ArrayList<>();
        for (Json message : body.at("messages").items()) {
            String role = Call.text(message, "role");
            String content = Call.content(message.at("content"), "messages.content");
            switch (role) {
                case "system", "developer" ->
                    system.append(system.isEmpty() ? "" : "\n").append(content);
                case "user" -> turns.add(new Conversation.Turn(true, content));
                case "assistant" -> turns.add(new Conversation.Turn(false, content));
                default ->
                    throw WireFault.invalid(
                            "messages.role: '" + role + "' is none of developer, system, user, assistant");
            }
        }
        return new Ask(
                model,
                Call.conversation(system.toString(), turns, "messages"),
                limit.or(() -> old),
                Call.whole(body, "seed", Long.MIN_VALUE),
                Call.stops(body.at("stop")));
    }

    @Override
    public Json reply(Ask ask, Answer answer, String id) {
        Json message = Json.object("role", "assistant", "content", answer.text(), "refusal", new Json.Null());
        return Json.object(
                "id",
                "chatcmpl-" + id,
                "object",
                "chat.completion",
                "created",
                clock.millis() / 1000,
                "model",
                ask.model(),
                "choices",
                List.of(Json.object(
                        "index",
                        0,
                        "message",
                        message,
                        "logprobs",
                        new Json.Null(),
                        "finish_reason",
                        answer.end() == Answer.End.LIMIT ? "length" : "stop")),
                "usage",
                Json.object(
                        "prompt_tokens", answer.inputTokens(),
                        "completion_tokens", answer.outputTokens(),
                        "total_tokens", answer.inputTokens() + answer.outputTokens(),
                        "prompt_tokens_details", Json.object("cached_tokens", 0),
                        "completion_tokens_details", Json.object("reasoning_tokens", 0)),
                "system_fingerprint",
                "fp_lab");
    }

    @Override
    public Json error(WireFault fault, String id) {
        Object code =
                switch (fault.kind()) {
                    case NO_KEY -> "invalid_api_key";
                    case NOT_FOUND -> "model_not_found";
                    case INVALID, METHOD, TOO_LARGE, BROKEN -> new Json.Null();
                };
        String type = fault.kind() == WireFault.Kind.BROKEN ? "server_error" : "invalid_request_error";
        return Json.object(
                "error", Json.object("message", fault.message(), "type", type, "param", new Json.Null(), "code", code));
    }

    @Override
    public Map<String, String> headers(String id) {
        return Map.of("x-request-id", "req_" + id);
    }
}
