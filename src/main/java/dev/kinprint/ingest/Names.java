package dev.kinprint.ingest;

import dev.kinprint.archive.Bytes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Gives models and questions their ids ({@link Slug}). Two names that differ in upper and lower case alone are refused,
 * because files and tables of results could not tell them apart.
 */
final class Names {
    private static final int DIGITS = 12;

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    /** The id of a model. */
    String model(String name, Place place, long line) {
        String known = ids.get(name);
        if (known != null) {
            return known;
        }
        String id = Slug.of(name);
        if (owners.putIfAbsent(id.toLowerCase(Locale.ROOT), name) != null) {
            throw place.error(line, "another model's name differs from this one in upper and lower case alone");
        }
        ids.put(name, id);
        return id;
    }

    /** The id of a question: the file's own, or {@code p} and the first twelve digits of the prompt's SHA-256. */
    static String probe(Output output) {
        return output.probe()
                .map(Slug::of)
                .orElseGet(() -> "p" + Bytes.utf8(output.prompt()).sha256().substring(0, DIGITS));
    }
}
