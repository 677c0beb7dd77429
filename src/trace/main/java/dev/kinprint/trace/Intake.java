package dev.kinprint.trace;

import dev.kinprint.json.Json;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of the rows of a log: {@code kept + excluded = rows}.
 *
 * @param rows how many there are
 * @param kept how many take part
 * @param excluded how many do not, by reason and file, the most frequent first
 */
record Intake(long rows, long kept, List<Part> excluded) {
    /**
     * Rows of one file that were left out for one reason.
     *
     * @param reason why
     * @param file the name of the file without its folders; for duplicates, which stand in several, {@code all}
     * @param rows how many
     */
    record Part(Exclusion reason, String file, long rows) {}

    /** Checks that nothing is lost. */
    Intake {
        excluded = List.copyOf(excluded);
        long out = excluded.stream().mapToLong(Part::rows).sum();
        if (kept + out != rows) {
            throw new IllegalArgumentException("rows: " + rows + " are not " + kept + " kept and " + out + " excluded");
        }
    }

    /** How many rows equal another one. */
    long duplicates() {
        return excluded.stream()
                .filter(part -> part.reason() == Exclusion.DUPLICATE)
                .mapToLong(Part::rows)
                .sum();
    }

    /** The numbers as JSON. */
    Json.Obj json() {
        return Json.object(
                "rows",
                rows,
                "kept",
                kept,
                "excluded",
                excluded.stream()
                        .map(part ->
                                Json.object("reason", part.reason().words(), "file", part.file(), "rows", part.rows()))
                        .toList());
    }

    /** The counts in one sentence. */
    String sentence() {
        return Words.of("%,d rows read, %,d kept, %,d left out.", rows, kept, rows - kept);
    }

    /** What was left out, part by part. */
    List<String> parts() {
        return excluded.stream()
                .map(part -> Words.of("%,d: %s (%s)", part.rows(), part.reason().words(), part.file()))
                .toList();
    }

    /** The sentence, and a line for each part that was left out. */
    String words() {
        return sentence() + parts().stream().map(part -> "\n  " + part).collect(Collectors.joining());
    }
}
