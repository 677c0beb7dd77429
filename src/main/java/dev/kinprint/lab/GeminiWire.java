package dev.kinprint.lab;

import dev.kinprint.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Google's generateContent. */
final class GeminiWire implements Wire {
    private static final String START = "/v1beta/models/";
    private static final String END = ":generateContent";

    @Override
    public Dialect dialect() {
        return Dialect.GEMINI_GENERATE;
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith(START) && path.endsWith(END) && path.length() > START.length() + END.length();
    }

    @Override
    public void admit(Call call) throws WireFault {
        if (call.header("x-goog-api-key").isEmpty()) {
            throw new WireFault(WireFault.Kind.NO_KEY, "Request is missing required authentication credential.");
        }
    }

    @Override
    public Ask read(Call call) throws WireFault {
        Json body = call.body();
        Json config = body.at("generationConfig");
        if (Call.whole(config, "candidateCount", 1).orElse(1L) > 1) {
            throw WireFault.invalid("generationConfig.candidateCount: the lab gives one candidate a request");
        }
        Call.range(config, "temperature", 2);
        Call.range(config, "topP", 1);
        List<Conversation.Turn> turns = new ArrayList<>();
        for (Json content : body.at("contents").items()) {
            String role = content.at("role").text().orElse("user");
            if (!role.equals("user") && !role.equals("model")) {
                throw WireFault.invalid("contents.role: Please use a valid role: user, model.");
            }
            turns.add(new Conversation.Turn(role.equals("user"), Call.content(content.at("parts"), "contents.parts")));
        }
        Json instruction = body.at("systemInstruction");
        String system = instruction.present() ? Call.content(instruction.at("parts"), "systemInstruction.parts") : "";
        return new Ask(
                call.path().substring(START.length(), call.path().length() - END.length()),
                Call.conversation(system, turns, "contents"),
                Call.whole(config, "maxOutputTokens", 1),
                Call.whole(config, "seed", Long.MIN_VALUE),
                Call.stops(config.at("stopSequences")));
    }

    @Override
    public Json reply(Ask ask, Answer answer, String id) {
        return Json.object(
                "candidates",
                        List.of(Json.object(
                                "content",
                                Json.object("role", "model", "parts", List.of(Json.object("text", answer.text()))),
                                "finishReason",
                                answer.end() == Answer.End.LIMIT ? "MAX_TOKENS" : "STOP",
                                "index",
                                0)),
                "usageMetadata",
                        Json.object(
                                "promptTokenCount", answer.inputTokens(),
                                "candidatesTokenCount", answer.outputTokens(),
                                "totalTokenCount", answer.inputTokens() + answer.outputTokens()),
                "modelVersion", ask.model(),
                "responseId", id);
    }

    @Override
    public Json error(WireFault fault, String id) {
        String status =
                switch (fault.kind()) {
                    case NO_KEY -> "UNAUTHENTICATED";
                    case NOT_FOUND -> "NOT_FOUND";
                    case INVALID, METHOD, TOO_LARGE -> "INVALID_ARGUMENT";
                    case BROKEN -> "INTERNAL";
                };
        return Json.object(
                "error",
                Json.object(
                        "code", fault.kind().status(),
                        "message", fault.message(),
                        "status", status));
    }

    @Override
    public Map<String, String> headers(String id) {
        return Map.of();
    }
}
