package dev.kinprint.provider;

import dev.kinprint.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OpenAI's responses. The vendor is told to keep nothing. */
final class OpenAiResponses implements Codec {
    @Override
    public WireRequest encode(Profile profile, Ask ask, boolean lenient) {
        Body body = new Body()
                .set("model", ask.model())
                .set("input", OpenAiChat.messages(ask))
                .set("store", false);
        List<String> dropped = Parameters.write(profile, ask, lenient, body);
        return new WireRequest("/responses", profile.headers(), body.json(), dropped);
    }

    @Override
    public Answer decode(int status, Map<String, String> headers, byte[] body) {
        return Envelope.open(status, headers, body, OpenAiChat::complaint, OpenAiResponses::answer);
    }

    /** Thoughts and messages come in any order, and an answer may be in several parts. */
    private static Answer answer(Json body) {
        Json usage = body.at("usage");
        String status = body.at("status").text().orElse("");
        Json reason = body.at("incomplete_details", "reason");
        Draft draft = new Draft()
                .served(body.at("model"))
                .responseId(body.at("id"))
                .finish(status.equals("incomplete") && reason.text().isPresent() ? reason : body.at("status"))
                .usage(new Usage(
                        Usage.sum(usage.at("input_tokens")),
                        Usage.sum(usage.at("output_tokens")),
                        Usage.sum(usage.at("output_tokens_details", "reasoning_tokens"))));
        if (!(body.at("output") instanceof Json.Arr)) {
            return draft.fault(Fault.of(FaultKind.UNREADABLE, "no output"));
        }
        for (Json item : body.at("output").items()) {
            switch (item.at("type").text().orElse("")) {
                case "message" -> item.at("content").items().forEach(part -> part(part, draft));
                case "reasoning" -> thoughts(item, draft);
                default -> draft.otherContent();
            }
        }
        return draft.done(finish(status, reason.text()));
    }

    private static void part(Json part, Draft draft) {
        switch (part.at("type").text().orElse("")) {
            case "output_text" -> draft.text(part.at("text"));
            case "refusal" -> draft.refusal(part.at("refusal"));
            default -> draft.otherContent();
        }
    }

    private static void thoughts(Json item, Draft draft) {
        item.at("summary").items().forEach(part -> draft.reasoning(part.at("text")));
        item.at("content").items().forEach(part -> draft.reasoning(part.at("text")));
    }

    private static Draft.Finish finish(String status, Optional<String> reason) {
        return switch (status) {
            case "completed" -> Draft.Finish.WHOLE;
            case "incomplete" ->
                switch (reason.orElse("")) {
                    case "max_output_tokens" -> Draft.Finish.LIMIT;
                    case "content_filter" -> Draft.Finish.FILTER;
                    default -> Draft.Finish.OTHER;
                };
            case "failed", "cancelled" -> Draft.Finish.BROKEN;
            default -> Draft.Finish.OTHER;
        };
    }
}
