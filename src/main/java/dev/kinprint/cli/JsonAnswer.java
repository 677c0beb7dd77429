package dev.kinprint.cli;

import dev.kinprint.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answer of a command as one JSON document: its exit code, the lines that it would have printed, what it knows as
 * data, and what went wrong.
 */
final class JsonAnswer {
    /** Raised with every change that a reader must know of. */
    static final String SCHEMA = "kinprint.answer/1";

    private final String target;
    private final List<String> lines = new ArrayList<>();
    private final SortedMap<String, Json> data = new TreeMap<>();
    private Optional<Json> error = Optional.empty();

    /**
     * An answer that is yet empty.
     *
     * @param target the file that it goes to, or - for the standard output
     */
    JsonAnswer(String target) {
        this.target = target;
    }

    void line(String text) {
        lines.addAll(List.of(text.split("\n", -1)));
    }

    void data(String name, Json value) {
        data.put(name, value);
    }

    void error(String what, String where, String why, String next) {
        error = Optional.of(Json.object("what", what, "where", where, "why", why, "next", next));
    }

    /** Writes it, once the command has ended. */
    void write(String command, int exit, Sink answers) {
        String text = Json.object(
                        "schema", SCHEMA,
                        "command", command,
                        "exit", exit,
                        "lines", lines,
                        "data", new Json.Obj(data),
                        "error", error)
                .pretty();
        if (target.equals("-")) {
            answers.write(plain(text.stripTrailing()) + System.lineSeparator());
            return;
        }
        TextFile.write(Path.of(target), text, "the answer");
    }

    /** Nothing but ASCII, so that any terminal shows it whole; and no two number signs, which command a build server. */
    private static String plain(String json) {
        StringBuilder out = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean sign = c == '#' && i + 1 < json.length() && json.charAt(i + 1) == '#';
            if (sign || c > '~') {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
