package dev.kinprint.provider;

import dev.kinprint.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Anthropic's messages. */
final class AnthropicMessages implements Codec {
    @Override
    public WireRequest encode(Profile profile, Ask ask, boolean lenient) {
        Body body = new Body().set("model", ask.model()).set("messages", OpenAiChat.messages(ask));
        List<String> dropped = Parameters.write(profile, ask, lenient, body);
        return new WireRequest("/v1/messages", profile.headers(), body.json(), dropped);
    }

    @Override
    public Answer decode(int status, Map<String, String> headers, byte[] body) {
        return Envelope.open(status, headers, body, AnthropicMessages::complaint, AnthropicMessages::answer);
    }

    private static Optional<Complaint> complaint(Json body) {
        Json error = body.at("error");
        return error instanceof Json.Obj
                ? Optional.of(Complaint.of(error.at("details", "error_code"), error.at("code"), error.at("type")))
                : OpenAiChat.complaint(body);
    }

    private static Answer answer(Json body) {
        Json usage = body.at("usage");
        Draft draft = new Draft()
                .served(body.at("model"))
                .responseId(body.at("id"))
                .finish(body.at("stop_reason"))
                .category(body.at("stop_details", "category"))
                .usage(new Usage(
                        Usage.sum(
                                usage.at("input_tokens"),
                                usage.at("cache_creation_input_tokens"),
                                usage.at("cache_read_input_tokens")),
                        Usage.sum(usage.at("output_tokens")),
                        Usage.sum(usage.at("output_tokens_details", "thinking_tokens"))));
        if (!(body.at("content") instanceof Json.Arr)) {
            return draft.fault(Fault.of(FaultKind.UNREADABLE, "no content"));
        }
        for (Json block : body.at("content").items()) {
            switch (block.at("type").text().orElse("")) {
                case "text" -> draft.text(block.at("text"));
                case "thinking" -> draft.reasoning(block.at("thinking"));
                case "redacted_thinking" -> draft.reasoning(new Json.Str(" "));
                case "fallback" -> draft.fellBack();
                default -> draft.otherContent();
            }
        }
        return draft.done(
                switch (body.at("stop_reason").text().orElse("")) {
                    case "end_turn", "stop_sequence" -> Draft.Finish.WHOLE;
                    case "max_tokens", "model_context_window_exceeded" -> Draft.Finish.LIMIT;
                    case "refusal" -> Draft.Finish.REFUSAL;
                    default -> Draft.Finish.OTHER;
                });
    }
}
