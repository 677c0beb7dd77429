package dev.kinprint.provider;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.util.Map;

/**
 * Answers that were made elsewhere or by hand and brought in as {@code {"text": "..."}}, or as {@code {"refusal":
 * "..."}} where the model declined.
 */
final class Imported implements Decoder {
    @Override
    public Answer decode(int status, Map<String, String> headers, byte[] body) {
        try {
            Json document = Json.parse(body);
            if (document.at("refusal").present()) {
                return new Draft().refusal(document.at("refusal")).done(Draft.Finish.REFUSAL);
            }
            Json text = document.at("text");
            return text.text().isEmpty()
                    ? Answer.error(Fault.of(FaultKind.UNREADABLE, "no text"))
                    : new Draft().text(text).done(Draft.Finish.WHOLE);
        } catch (JsonFault e) {
            return Answer.error(Fault.of(FaultKind.UNREADABLE, "not JSON"));
        }
    }
}
