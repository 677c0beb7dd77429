package dev.kinprint.ingest;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One item of a document, which knows where it stands.
 *
 * @param place the file
 * @param path what leads to the item, for messages
 * @param json the item
 */
record Item(Place place, String path, Json json) {
    /** A name of at most {@link Output#LONGEST_NAME} characters. */
    String name(Object... steps) {
        String name = words(steps);
        if (name.length() > Output.LONGEST_NAME) {
            throw wrong(dots(steps) + " is longer than " + Output.LONGEST_NAME + " characters");
        }
        return name;
    }

    /** A text that is not blank. */
    String words(Object... steps) {
        return json.at(steps)
                .text()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> wrong("it has no " + dots(steps)));
    }

    OperatorError wrong(String why) {
        return place.error(path + ": " + why);
    }

    /** The text of a chat message's content: a string, or a list of parts of which those of type text count. */
    static Optional<String> content(Json content) {
        return content(content, text -> text);
    }

    /** The same, where a text may be the name of one that stands elsewhere. */
    static Optional<String> content(Json content, UnaryOperator<String> resolved) {
        if (content.text().isPresent()) {
            return content.text().map(resolved);
        }
        List<String> parts = content.items().stream()
                .filter(part -> part.at("type").text().equals(Optional.of("text")))
                .flatMap(part -> part.at("text").text().stream())
                .map(resolved)
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", parts));
    }

    /** What the user says in a list of chat messages. */
    static Optional<String> asked(Json messages) {
        return asked(messages, text -> text);
    }

    /** The same, where a text may be the name of one that stands elsewhere. */
    static Optional<String> asked(Json messages, UnaryOperator<String> resolved) {
        String asked = messages.items().stream()
                .filter(message -> message.at("role").text().equals(Optional.of("user")))
                .flatMap(message -> content(message.at("content"), resolved).stream())
                .collect(Collectors.joining("\n\n"));
        return asked.isBlank() ? Optional.empty() : Optional.of(asked);
    }

    private static String dots(Object... steps) {
        StringBuilder path = new StringBuilder();
        for (Object step : steps) {
            path.append(path.isEmpty() ? "" : ".").append(step);
        }
        return path.toString();
    }
}
