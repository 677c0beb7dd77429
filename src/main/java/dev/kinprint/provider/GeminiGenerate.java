package dev.kinprint.provider;

import dev.kinprint.json.Json;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Google's generateContent. */
final class GeminiGenerate implements Codec {
    @Override
    public WireRequest encode(Profile profile, Ask ask, boolean lenient) {
        Body body = new Body()
                .set(
                        "contents",
                        ask.messages().stream()
                                .map(turn -> Json.object(
                                        "role",
                                        turn.fromUser() ? "user" : "model",
                                        "parts",
                                        List.of(Json.object("text", turn.text()))))
                                .toList());
        List<String> dropped = Parameters.write(profile, ask, lenient, body);
        String model = ask.model().startsWith("models/") ? ask.model().substring(7) : ask.model();
        String path = "/v1beta/models/" + segment(model) + ":generateContent";
        return new WireRequest(path, profile.headers(), body.json(), dropped);
    }

    /** One segment of a path, percent-encoded. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public Answer decode(int status, Map<String, String> headers, byte[] body) {
        return Envelope.open(status, headers, body, GeminiGenerate::complaint, GeminiGenerate::answer);
    }

    /** An error object, sometimes inside an array. */
    private static Optional<Complaint> complaint(Json body) {
        Json error = body instanceof Json.Arr ? body.at(0, "error") : body.at("error");
        if (!(error instanceof Json.Obj)) {
            return Optional.empty();
        }
        Optional<Duration> wait = Optional.empty();
        Json spent = new Json.Missing();
        for (Json detail : error.at("details").items()) {
            wait = wait.or(() -> seconds(detail.at("retryDelay")));
            for (Json violation : detail.at("violations").items()) {
                String quota = violation.at("quotaId").text().orElse("").toLowerCase(Locale.ROOT);
                if (quota.contains("perday")
                        || violation.at("quotaValue").text().equals(Optional.of("0"))) {
                    spent = new Json.Str("daily_quota");
                }
            }
        }
        return Optional.of(
                Complaint.of(spent, error.at("status"), error.at("code")).waiting(wait));
    }

    /** A duration as Google writes it: a number and an s. */
    private static Optional<Duration> seconds(Json delay) {
        String text = delay.text().orElse("");
        if (text.length() < 2 || text.length() > 12 || !text.matches("[0-9]+(\\.[0-9]+)?s")) {
            return Optional.empty();
        }
        BigDecimal millis = new BigDecimal(text.substring(0, text.length() - 1)).movePointRight(3);
        return Optional.of(Duration.ofMillis(millis.longValue()));
    }

    private static Answer answer(Json body) {
        Json usage = body.at("usageMetadata");
        Json candidate = body.at("candidates", 0);
        Json blocked = body.at("promptFeedback", "blockReason");
        Draft draft = new Draft()
                .served(body.at("modelVersion"))
                .responseId(body.at("responseId"))
                .finish(candidate.at("finishReason"))
                .usage(new Usage(
                        Usage.sum(usage.at("promptTokenCount")),
                        Usage.sum(usage.at("candidatesTokenCount"), usage.at("thoughtsTokenCount")),
                        Usage.sum(usage.at("thoughtsTokenCount"))));
        if (blocked.text().isPresent()) {
            return draft.category(blocked).finish(blocked).done(Draft.Finish.FILTER);
        } else if (!(candidate instanceof Json.Obj)) {
            boolean answered = body.at("candidates").present()
                    || usage.present()
                    || body.at("modelVersion").present();
            return answered
                    ? draft.done(Draft.Finish.WHOLE)
                    : draft.fault(Fault.of(FaultKind.UNREADABLE, "no candidates"));
        }
        for (Json part : candidate.at("content", "parts").items()) {
            if (part.at("thought").truth().orElse(false)) {
                draft.reasoning(part.at("text"));
            } else if (part.at("text").present()) {
                draft.text(part.at("text"));
            } else {
                draft.otherContent();
            }
        }
        Draft.Finish finish = finish(candidate.at("finishReason").text().orElse(""));
        return (finish == Draft.Finish.FILTER ? draft.category(candidate.at("finishReason")) : draft).done(finish);
    }

    private static Draft.Finish finish(String word) {
        return switch (word) {
            case "", "STOP" -> Draft.Finish.WHOLE;
            case "MAX_TOKENS" -> Draft.Finish.LIMIT;
            case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE" -> Draft.Finish.FILTER;
            default -> Draft.Finish.OTHER;
        };
    }
}
