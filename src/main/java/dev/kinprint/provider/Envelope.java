package dev.kinprint.provider;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What all dialects have in common: a status, and a body that is one JSON object or is nothing. */
final class Envelope {
    private Envelope() {}

    /**
     * Opens a reply.
     *
     * @param complaint finds the vendor's error in a body, where there is one
     * @param answer reads a body without an error
     */
    static Answer open(
            int status,
            Map<String, String> headers,
            byte[] body,
            Function<Json, Optional<Complaint>> complaint,
            Function<Json, Answer> answer) {
        Json json;
        try {
            json = Json.parse(body);
        } catch (JsonFault e) {
            if (status != 200) {
                return Rejections.read(status, headers, Optional.empty());
            }
            return Answer.error(Fault.of(whole(body, e) ? FaultKind.UNREADABLE : FaultKind.CUT, "not JSON"));
        }
        Optional<Complaint> error = complaint.apply(json);
        if (status != 200 || error.isPresent()) {
            return Rejections.read(status, headers, error);
        } else if (!(json instanceof Json.Obj)) {
            return Answer.error(Fault.of(FaultKind.CUT, "not an object"));
        }
        return answer.apply(json);
    }

    /** Whether a body that strict reading refuses begins and ends like an object, and is not known to be cut off. */
    private static boolean whole(byte[] body, JsonFault fault) {
        if (String.valueOf(fault.getMessage()).startsWith("cut off")) {
            return false;
        }
        int first = 0;
        int last = body.length - 1;
        while (first < last && body[first] <= ' ' && body[first] >= 0) {
            first++;
        }
        while (last > first && body[last] <= ' ' && body[last] >= 0) {
            last--;
        }
        return last > first && body[first] == '{' && body[last] == '}';
    }
}
