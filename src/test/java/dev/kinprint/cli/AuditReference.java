package dev.kinprint.cli;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.suite.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes the rows of the audit file's reference out of its schema: key, value, whether it is needed, meaning. */
final class AuditReference {
    private final Json schema;
    private final List<String> rows = new ArrayList<>();

    private AuditReference(Json schema) {
        this.schema = schema;
    }

    static List<String> rows() throws IOException, JsonFault {
        try (InputStream in = Objects.requireNonNull(Suite.class.getResourceAsStream("audit.schema.json"))) {
            AuditReference reference = new AuditReference(Json.parse(in.readAllBytes()));
            reference.walk(reference.schema, "");
            return reference.rows;
        }
    }

    private void walk(Json node, String path) {
        List<String> needed = texts(node.at("required"));
        node.at("properties").members().forEach((key, raw) -> {
            Json value = resolved(raw);
            String meaning = raw.at("description")
                    .text()
                    .or(() -> value.at("description").text())
                    .orElseThrow(() -> new IllegalStateException(path + key + " has no description"));
            rows.add("| `" + path + key + "` | " + value(value) + " | " + (needed.contains(key) ? "yes" : "") + " | "
                    + meaning + " |");
            walk(value, path + key + ".");
            walk(resolved(value.at("items")), path + key + "[].");
        });
    }

    private Json resolved(Json node) {
        return node.at("$ref")
                .text()
                .map(ref -> schema.at((Object[]) ref.substring(2).split("/", -1)))
                .orElse(node);
    }

    private String value(Json node) {
        if (node.at("enum").present()) {
            return words(node.at("enum"));
        }
        List<String> types = node.at("type").text().map(List::of).orElseGet(() -> texts(node.at("type")));
        String word = types.stream()
                .map(type -> switch (type) {
                    case "array" -> list(resolved(node.at("items")));
                    case "object" -> "section";
                    case "boolean" -> "true or false";
                    case "integer" -> "whole number";
                    case "string" -> "text";
                    default -> type;
                })
                .collect(Collectors.joining(" or "));
        return node.at("minimum").number().isEmpty() ? word : word + ", " + range(node);
    }

    private String list(Json items) {
        return items.at("enum").present() ? "list of " + words(items.at("enum")) : "list";
    }

    private static String range(Json node) {
        return String.format(
                Locale.ROOT,
                "%.0f to %.0f",
                node.at("minimum").number().orElseThrow(),
                node.at("maximum").number().orElseThrow());
    }

    private static String words(Json values) {
        return values.items().stream()
                .map(value -> value instanceof Json.Null
                        ? "null"
                        : value.text()
                                .orElseGet(
                                        () -> value.whole().map(String::valueOf).orElseThrow()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<String> texts(Json list) {
        return list.items().stream().flatMap(item -> item.text().stream()).toList();
    }
}
