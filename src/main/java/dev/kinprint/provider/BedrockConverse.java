package dev.kinprint.provider;

import dev.kinprint.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Amazon Bedrock's converse. The model stands in the path, and the answer does not name it. */
final class BedrockConverse implements Codec {
    private static final String ERROR_TYPE = "x-amzn-errortype";

    @Override
    public WireRequest encode(Profile profile, Ask ask, boolean lenient) {
        Body body = new Body()
                .set(
                        "messages",
                        ask.messages().stream()
                                .map(turn -> Json.object(
                                        "role",
                                        turn.fromUser() ? "user" : "assistant",
                                        "content",
                                        List.of(Json.object("text", turn.text()))))
                                .toList());
        List<String> dropped = Parameters.write(profile, ask, lenient, body);
        String path = "/model/" + GeminiGenerate.segment(ask.model()) + "/converse";
        return new WireRequest(path, profile.headers(), body.json(), dropped);
    }

    @Override
    public Answer decode(int status, Map<String, String> headers, byte[] body) {
        return Envelope.open(status, headers, body, json -> complaint(headers, json), BedrockConverse::answer);
    }

    /** The kind of an error stands in a header or in the body, with a name space before it or an address after it. */
    private static Optional<Complaint> complaint(Map<String, String> headers, Json body) {
        Optional<String> type = Optional.ofNullable(headers.get(ERROR_TYPE))
                .or(() -> body.at("__type").text());
        return type.map(name -> {
                    String bare = name.substring(name.indexOf('#') + 1);
                    int colon = bare.indexOf(':');
                    return Complaint.of(new Json.Str(colon < 0 ? bare : bare.substring(0, colon)));
                })
                .or(() -> OpenAiChat.complaint(body));
    }

    private static Answer answer(Json body) {
        Json usage = body.at("usage");
        Json content = body.at("output", "message", "content");
        Draft draft = new Draft()
                .finish(body.at("stopReason"))
                .usage(new Usage(
                        Usage.sum(
                                usage.at("inputTokens"),
                                usage.at("cacheReadInputTokens"),
                                usage.at("cacheWriteInputTokens")),
                        Usage.sum(usage.at("outputTokens")),
                        Optional.empty()));
        if (!(content instanceof Json.Arr)) {
            return draft.fault(Fault.of(FaultKind.UNREADABLE, "no content"));
        }
        for (Json block : content.items()) {
            if (block.at("text").text().isPresent()) {
                draft.text(block.at("text"));
            } else if (block.at("reasoningContent") instanceof Json.Obj) {
                Json words = block.at("reasoningContent", "reasoningText", "text");
                draft.reasoning(words.text().isPresent() ? words : new Json.Str(" "));
            } else {
                draft.otherContent();
            }
        }
        return draft.done(
                switch (body.at("stopReason").text().orElse("")) {
                    case "end_turn", "stop_sequence" -> Draft.Finish.WHOLE;
                    case "max_tokens", "model_context_window_exceeded" -> Draft.Finish.LIMIT;
                    case "refusal" -> Draft.Finish.REFUSAL;
                    case "guardrail_intervened", "content_filtered" -> Draft.Finish.FILTER;
                    case "malformed_model_output" -> Draft.Finish.BROKEN;
                    default -> Draft.Finish.OTHER;
                });
    }
}
