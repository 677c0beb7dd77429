package dev.kinprint.lab;

import dev.kinprint.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Anthropic's messages. */
final class AnthropicWire implements Wire {
    @Override
    public Dialect dialect() {
        return Dialect.ANTHROPIC_MESSAGES;
    }

    @Override
    public boolean owns(String path) {
        return path.equals("/v1/messages");
    }

    @Override
    public void admit(Call call) throws WireFault {
        if (call.header("x-api-key").isEmpty()) {
            throw new WireFault(WireFault.Kind.NO_KEY, "x-api-key header is required");
        }
        if (call.header("anthropic-version").isEmpty()) {
            throw WireFault.invalid("anthropic-version: header is required");
        }
    }

    @Override
    public Ask read(Call call) throws WireFault {
        Json body = call.body();
        String model = Call.text(body, "model");
        Optional<Long> limit = Call.whole(body, "max_tokens", 1);
        if (limit.isEmpty()) {
            throw WireFault.invalid("max_tokens: Field required");
        }
        if (body.at("stream").truth().orElse(false)) {
            throw WireFault.invalid("stream: the lab does not stream, send false");
        }
        if (body.at("seed").present()) {
            throw WireFault.invalid("seed: Extra inputs are not permitted");
        }
        Call.range(body, "temperature", 1);
        Call.range(body, "top_p", 1);
        List<Conversation.Turn> turns = new ArrayList<>();
        for (Json message : body.at("messages").items()) {
            String role = Call.text(message, "role");
            if (!role.equals("user") && !role.equals("assistant")) {
                throw WireFault.invalid("messages.role: '" + role + "' is neither user nor assistant");
            }
            turns.add(new Conversation.Turn(
                    role.equals("user"), Call.content(message.at("content"), "messages.content")));
        }
        if (!turns.isEmpty() && !turns.get(0).user()) {
            throw WireFault.invalid("messages: first message must use the user role");
        }
        String system = body.at("system").present() ? Call.content(body.at("system"), "system") : "";
        return new Ask(
                model,
                Call.conversation(system, turns, "messages"),
                limit,
                Optional.empty(),
                Call.stops(body.at("stop_sequences")));
    }

    @Override
    public Json reply(Ask ask, Answer answer, String id) {
        String reason =
                switch (answer.end()) {
                    case DONE -> "end_turn";
                    case STOP -> "stop_sequence";
                    case LIMIT -> "max_tokens";
                };
        return Json.object(
                "id",
                "msg_" + id,
                "type",
                "message",
                "role",
                "assistant",
                "model",
                ask.model(),
                "content",
                List.of(Json.object("type", "text", "text", answer.text())),
                "stop_reason",
                reason,
                "stop_sequence",
                answer.stop(),
                "usage",
                Json.object(
                        "input_tokens",
                        answer.inputTokens(),
                        "cache_creation_input_tokens",
                        0,
                        "cache_read_input_tokens",
                        0,
                        "output_tokens",
                        answer.outputTokens()));
    }

    @Override
    public Json error(WireFault fault, String id) {
        String type =
                switch (fault.kind()) {
                    case NO_KEY -> "authentication_error";
                    case NOT_FOUND -> "not_found_error";
                    case TOO_LARGE -> "request_too_large";
                    case INVALID, METHOD -> "invalid_request_error";
                    case BROKEN -> "api_error";
                };
        return Json.object(
                "type",
                "error",
                "error",
                Json.object("type", type, "message", fault.message()),
                "request_id",
                "req_" + id);
    }

    @Override
    public Map<String, String> headers(String id) {
        return Map.of("request-id", "req_" + id);
    }
}
