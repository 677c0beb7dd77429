package dev.kinprint.lab;

import dev.kinprint.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in, with checked readers for its members.
 *
 * @param path the path of the URL, decoded
 * @param headers the first value of each header, by its name in lower case
 * @param body the body
 */
record Call(String path, Map<String, String> headers, Json body) {
    Call {
        headers = Map.copyOf(headers);
    }

    /** A header that holds something. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** A member that must be a string with something in it. */
    static String text(Json object, String name) throws WireFault {
        return object.at(name)
                .text()
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> WireFault.invalid(name + ": a non-empty string is required"));
    }

    /** A whole number that may be absent. */
    static Optional<Long> whole(Json object, String name, long least) throws WireFault {
        Json value = object.at(name);
        if (!value.present() || value instanceof Json.Null) {
            return Optional.empty();
        }
        Optional<Long> number = value.whole().filter(whole -> whole >= least);
        if (number.isEmpty()) {
            throw WireFault.invalid(name + ": a whole number of at least " + least + " is required");
        }
        return number;
    }

    /** Refuses a number outside a range; an absent one is fine. */
    static void range(Json object, String name, double most) throws WireFault {
        Json value = object.at(name);
        if (value.present()
                && !(value instanceof Json.Null)
                && value.number().filter(n -> n >= 0 && n <= most).isEmpty()) {
            throw WireFault.invalid(name + ": a number from 0 to " + most + " is required");
        }
    }

    /** Strings at which an answer ends: one string or several. */
    static List<String> stops(Json value) throws WireFault {
        if (!value.present() || value instanceof Json.Null) {
            return List.of();
        }
        List<Json> items = value instanceof Json.Arr arr ? arr.items() : List.of(value);
        List<String> stops = new ArrayList<>();
        for (Json item : items) {
            stops.add(item.text()
                    .filter(stop -> !stop.isEmpty())
                    .orElseThrow(() -> WireFault.invalid("stop: non-empty strings are required")));
        }
        return stops;
    }

    /** The text of a content that is a string or a list of text blocks. */
    static String content(Json content, String where) throws WireFault {
        if (content.text().isPresent()) {
            return content.text().get();
        }
        StringBuilder joined = new StringBuilder();
        for (Json part : content.items()) {
            joined.append(part.at("text")
                    .text()
                    .orElseThrow(() -> WireFault.invalid(where + ": only text is understood here")));
        }
        if (content.items().isEmpty()) {
            throw WireFault.invalid(where + ": text is required");
        }
        return joined.toString();
    }

    /** A conversation, if the user has the last word and says something. */
    static Conversation conversation(String system, List<Conversation.Turn> turns, String where) throws WireFault {
        if (turns.isEmpty() || !turns.get(turns.size() - 1).user()) {
            throw WireFault.invalid(where + ": the last message must be the user's");
        }
        if (turns.get(turns.size() - 1).text().isBlank()) {
            throw WireFault.invalid(where + ": the last message is empty");
        }
        return new Conversation(system, turns);
    }
}
