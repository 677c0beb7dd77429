package dev.kinprint.provider;

import dev.kinprint.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OpenAI's chat completions, and what its many speakers made of them. */
final class OpenAiChat implements Codec {
    @Override
    public WireRequest encode(Profile profile, Ask ask, boolean lenient) {
        Body body = new Body().set("model", profile.split(ask.model()).model()).set("messages", messages(ask));
        List<String> dropped = Parameters.write(profile, ask, lenient, body);
        return new WireRequest("/chat/completions", profile.headers(), body.json(), dropped);
    }

    static Json messages(Ask ask) {
        return Json.array(ask.messages().stream()
                .map(turn -> Json.object("role", turn.fromUser() ? "user" : "assistant", "content", turn.text()))
                .toList());
    }

    @Override
    public Answer decode(int status, Map<String, String> headers, byte[] body) {
        return Envelope.open(status, headers, body, OpenAiChat::complaint, OpenAiChat::answer);
    }

    /** An error object, a bare error text beside a code, MiniMax's own status, or the older form of Mistral. */
    static Optional<Complaint> complaint(Json body) {
        Json error = body.at("error");
        if (error instanceof Json.Obj) {
            boolean moderated = error.at("metadata", "reasons") instanceof Json.Arr;
            return Optional.of(Complaint.of(
                    error.at("innererror", "code"),
                    error.at("code"),
                    error.at("type"),
                    moderated ? new Json.Str("moderation") : body.at("none")));
        } else if (error.text().isPresent()) {
            return Optional.of(Complaint.of(body.at("code")));
        }
        Optional<Long> minimax = body.at("base_resp", "status_code").whole().filter(code -> code != 0);
        if (minimax.isPresent()) {
            return Optional.of(Complaint.of(new Json.Str("minimax-" + minimax.get())));
        } else if (body.at("object").text().equals(Optional.of("error"))
                || body.at("detail").present()) {
            return Optional.of(Complaint.of(body.at("type"), body.at("code")));
        }
        return Optional.empty();
    }

    private static Answer answer(Json body) {
        Json choice = body.at("choices", 0);
        Json message = choice.at("message");
        Draft draft = new Draft()
                .served(body.at("model"))
                .upstream(body.at("provider"))
                .fingerprint(body.at("system_fingerprint"))
                .responseId(body.at("id"))
                .finish(choice.at("finish_reason"))
                .usage(usage(body.at("usage")))
                .refusal(message.at("refusal"))
                .text(message.at("content"))
                .reasoning(message.at("reasoning_content"))
                .reasoning(message.at("reasoning"));
        if (!body.at("choices").present()) {
            return draft.fault(Fault.of(FaultKind.UNREADABLE, "no choices"));
        }
        message.at("reasoning_details").items().forEach(part -> draft.reasoning(part.at("text")));
        message.at("content").items().forEach(part -> part(part, draft));
        if (!message.at("tool_calls").items().isEmpty() || message.at("audio") instanceof Json.Obj) {
            draft.otherContent();
        }
        return draft.done(finish(choice));
    }

    private static void part(Json part, Draft draft) {
        String type = part.at("type").text().orElse("");
        if (type.equals("text")) {
            draft.text(part.at("text"));
        } else if (type.equals("thinking")) {
            draft.reasoning(part.at("thinking"));
            part.at("thinking").items().forEach(thought -> draft.reasoning(thought.at("text")));
        } else {
            draft.otherContent();
        }
    }

    private static Draft.Finish finish(Json choice) {
        if (choice.at("error") instanceof Json.Obj) {
            return Draft.Finish.BROKEN;
        }
        return switch (choice.at("finish_reason").text().orElse("")) {
            case "", "stop", "eos", "end_turn", "stop_sequence", "completed" -> Draft.Finish.WHOLE;
            case "length", "model_length", "max_tokens" -> Draft.Finish.LIMIT;
            case "content_filter", "safety" -> Draft.Finish.FILTER;
            case "refusal" -> Draft.Finish.REFUSAL;
            case "insufficient_system_resource", "error" -> Draft.Finish.BROKEN;
            default -> Draft.Finish.OTHER;
        };
    }

    /** Some vendors count thoughts into the answer's tokens and some beside them; the total tells which. */
    private static Usage usage(Json usage) {
        Optional<Long> input = Usage.sum(usage.at("prompt_tokens"));
        Optional<Long> output = Usage.sum(usage.at("completion_tokens"));
        Optional<Long> reasoning = Usage.sum(usage.at("completion_tokens_details", "reasoning_tokens"));
        Optional<Long> total = Usage.sum(usage.at("total_tokens"));
        if (input.isPresent() && output.isPresent() && reasoning.isPresent() && total.isPresent()) {
            long both = output.get() + reasoning.get();
            if (total.get() == input.get() + both) {
                output = Optional.of(both);
            }
        }
        return new Usage(input, output, reasoning);
    }
}
