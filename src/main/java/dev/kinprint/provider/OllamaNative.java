package dev.kinprint.provider;

import dev.kinprint.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ollama's own chat, answered in one piece. */
final class OllamaNative implements Codec {
    @Override
    public WireRequest encode(Profile profile, Ask ask, boolean lenient) {
        Body body = new Body()
                .set("model", ask.model())
                .set("messages", OpenAiChat.messages(ask))
                .set("stream", false);
        List<String> dropped = Parameters.write(profile, ask, lenient, body);
        return new WireRequest("/api/chat", profile.headers(), body.json(), dropped);
    }

    @Override
    public Answer decode(int status, Map<String, String> headers, byte[] body) {
        return Envelope.open(status, headers, body, OllamaNative::complaint, OllamaNative::answer);
    }

    private static Optional<Complaint> complaint(Json body) {
        return body.at("error").present() ? Optional.of(Complaint.of(body.at("error", "code"))) : Optional.empty();
    }

    private static Answer answer(Json body) {
        Json message = body.at("message");
        Draft draft = new Draft()
                .served(body.at("model"))
                .finish(body.at("done_reason"))
                .usage(new Usage(
                        Usage.sum(body.at("prompt_eval_count")), Usage.sum(body.at("eval_count")), Optional.empty()))
                .text(message.at("content"))
                .reasoning(message.at("thinking"));
        if (!(message instanceof Json.Obj)) {
            return draft.fault(Fault.of(FaultKind.UNREADABLE, "no message"));
        } else if (!message.at("tool_calls").items().isEmpty()) {
            draft.otherContent();
        } else if (body.at("done").truth().equals(Optional.of(false))) {
            return draft.fault(Fault.of(FaultKind.CUT, "not done"));
        }
        return draft.done(
                switch (body.at("done_reason").text().orElse("")) {
                    case "", "stop" -> Draft.Finish.WHOLE;
                    case "length" -> Draft.Finish.LIMIT;
                    case "load", "unload" -> Draft.Finish.BROKEN;
                    default -> Draft.Finish.OTHER;
                });
    }
}
