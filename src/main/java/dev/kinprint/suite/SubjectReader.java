package dev.kinprint.suite;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives one entry of the list of models its meaning. */
final class SubjectReader {
    static final String[] KEYS = {
        "id",
        "provider",
        "model",
        "role",
        "baseUrl",
        "keyEnv",
        "local",
        "lab",
        "base",
        "family",
        "released",
        "relationship",
        "params"
    };

    private SubjectReader() {}

    static Subject read(Fields fields, SortedMap<String, String> params) {
        boolean local = fields.truth("local");
        Optional<String> baseUrl = fields.optionalText("baseUrl");
        baseUrl.flatMap(url -> Address.fault(url, local)).ifPresent(why -> {
            throw fields.wrong("baseUrl", why, "Write https://HOST/PATH, or http://127.0.0.1:PORT with 'local: true'.");
        });
        if (local && fields.has("keyEnv")) {
            throw fields.wrong(
                    "keyEnv", "a model with 'local: true' is asked without a key", "Delete one of the two keys.");
        }
        SortedMap<String, Subject.Relationship> relationship = new TreeMap<>();
        for (Yaml.Entry entry : fields.entries("relationship")) {
            String word = entry.value() instanceof Yaml.Text text ? text.value() : "";
            relationship.put(entry.key(), fields.choice("relationship", word, Subject.Relationship.class));
        }
        return new Subject(
                fields.id("id"),
                fields.choice("role", Subject.Role.class),
                fields.id("provider"),
                line(fields, "model").orElseThrow(() -> fields.missing("model")),
                baseUrl,
                keyEnv(fields),
                local,
                new Origin(line(fields, "lab"), line(fields, "base"), line(fields, "family"), released(fields)),
                relationship,
                params);
    }

    /** Refuses a relationship to a model that the audit does not have, or to the model itself. */
    static void checkRelationship(Fields fields, List<String> ids) {
        String own = fields.text("id");
        List<String> others = ids.stream().filter(id -> !id.equals(own)).toList();
        for (Yaml.Entry entry : fields.entries("relationship")) {
            if (!others.contains(entry.key())) {
                throw fields.error(
                        entry.line(),
                        "wrong " + fields.path("relationship"),
                        "'" + Shown.text(entry.key()) + "' is not the id of another model of this audit",
                        Fields.hint(entry.key(), others, "Name one of the other models."));
            }
        }
    }

    private static Optional<String> keyEnv(Fields fields) {
        Optional<String> name = fields.optionalText("keyEnv");
        if (name.isPresent() && !name.get().matches("[A-Za-z_][A-Za-z0-9_]{0,99}")) {
            // The value is not printed: it may be a key of a shape that nobody foresaw.
            throw fields.wrong(
                    "keyEnv", "it is no name of an environment variable", "Write the name, such as ACME_API_KEY.");
        }
        return name;
    }

    private static Optional<LocalDate> released(Fields fields) {
        return fields.optionalText("released").map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw fields.wrong(
                        "released",
                        "'" + Shown.text(text) + "' is no day",
                        "Write year-month-day, such as 2026-02-01.");
            }
        });
    }

    /** A text of one line without control characters, since it is sent to vendors and printed in tables. */
    private static Optional<String> line(Fields fields, String key) {
        Optional<String> text = fields.optionalText(key);
        if (text.isPresent() && (text.get().length() > 200 || text.get().chars().anyMatch(Character::isISOControl))) {
            throw fields.wrong(key, "it is longer than 200 characters or has more than one line", "Shorten it.");
        }
        return text;
    }
}
