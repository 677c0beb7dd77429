package dev.kinprint.lab;

import dev.kinprint.json.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ollama's native chat, without a key. */
final class OllamaWire implements Wire {
    private static final long NANOS_A_TOKEN = 1_000_000;

    private final Clock clock;

    OllamaWire(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Dialect dialect() {
        return Dialect.OLLAMA_CHAT;
    }

    @Override
    public boolean owns(String path) {
        return path.equals("/api/chat");
    }

    @Override
    public void admit(Call call) {
        // A local server asks for no key.
    }

    @Override
    public Ask read(Call call) throws WireFault {
        Json body = call.body();
        String model = Call.text(body, "model");
        if (body.at("stream").truth().orElse(true)) {
            throw WireFault.invalid("stream: is true unless said otherwise, and the lab does not stream: send false");
        }
        Json options = body.at("options");
        Call.range(options, "temperature", 2);
        Call.range(options, "top_p", 1);
        StringBuilder system = new StringBuilder();
        List<Conversation.Turn> turns = new ArrayList<>();
        for (Json message : body.at("messages").items()) {
            String role = Call.text(message, "role");
            String content = message.at("content")
                    .text()
                    .orElseThrow(() -> WireFault.invalid("messages.content: a string is required"));
            switch (role) {
                case "system" -> system.append(system.isEmpty() ? "" : "\n").append(content);
                case "user" -> turns.add(new Conversation.Turn(true, content));
                case "assistant" -> turns.add(new Conversation.Turn(false, content));
                default -> throw WireFault.invalid("messages.role: '" + role + "' is none of system, user, assistant");
            }
        }
        // Zero and less mean "no limit" here.
        Optional<Long> limit = Call.whole(options, "num_predict", -2).filter(most -> most > 0);
        return new Ask(
                model,
                Call.conversation(system.toString(), turns, "messages"),
                limit,
                Call.whole(options, "seed", Long.MIN_VALUE),
                Call.stops(options.at("stop")));
    }

    @Override
    public Json reply(Ask ask, Answer answer, String id) {
        long reading = answer.inputTokens() * NANOS_A_TOKEN / 10;
        long writing = answer.outputTokens() * NANOS_A_TOKEN;
        return Json.object(
                "model",
                ask.model(),
                "created_at",
                clock.instant().toString(),
                "message",
                Json.object("role", "assistant", "content", answer.text()),
                "done",
                true,
                "done_reason",
                answer.end() == Answer.End.LIMIT ? "length" : "stop",
                "total_duration",
                reading + writing,
                "load_duration",
                0,
                "prompt_eval_count",
                answer.inputTokens(),
                "prompt_eval_duration",
                reading,
                "eval_count",
                answer.outputTokens(),
                "eval_duration",
                writing);
    }

    @Override
    public Json error(WireFault fault, String id) {
        return Json.object("error", fault.message());
    }

    @Override
    public Map<String, String> headers(String id) {
        return Map.of();
    }
}
