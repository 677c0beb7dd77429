package dev.kinprint.trace;

import dev.kinprint.fault.OperatorError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which columns of a log hold what.
 *
 * @param account who asked
 * @param time when; a timestamp, ISO 8601, or seconds or milliseconds since 1970
 * @param prompt what was asked
 * @param answer what the provider's model answered
 */
record Columns(String account, String time, String prompt, String answer) {
    /** The names that a log has where nothing else is said. */
    static final Columns DEFAULT = new Columns("account", "time", "prompt", "answer");

    /** Refuses a column without a name, and one that stands for two things. */
    Columns {
        if (List.of(account, time, prompt, answer).stream().anyMatch(String::isBlank)) {
            throw OperatorError.usage(
                    "A column has no name",
                    "--columns",
                    "nothing follows the equals sign",
                    "Write --columns account=NAME,time=NAME,prompt=NAME,answer=NAME.");
        }
        if (List.of(account, time, prompt, answer).stream().distinct().count() < 4) {
            throw OperatorError.usage(
                    "One column cannot be two things",
                    "--columns",
                    "a name stands twice in the mapping",
                    "Name four different columns.");
        }
    }

    /** The mapping of some names, the others as by default; given as {@code account=user,time=ts}. */
    static Columns of(Map<String, String> named) {
        Map<String, String> all =
                new TreeMap<>(Map.of("account", "account", "time", "time", "prompt", "prompt", "answer", "answer"));
        for (Map.Entry<String, String> entry : named.entrySet()) {
            if (!all.containsKey(entry.getKey())) {
                throw OperatorError.usage(
                        "There is no such part of a log",
                        "--columns " + entry.getKey(),
                        "a log has account, time, prompt and answer",
                        "Write --columns account=NAME,time=NAME,prompt=NAME,answer=NAME.");
            }
            all.put(entry.getKey(), entry.getValue());
        }
        return new Columns(
                all.getOrDefault("account", "account"),
                all.getOrDefault("time", "time"),
                all.getOrDefault("prompt", "prompt"),
                all.getOrDefault("answer", "answer"));
    }

    /** The four names in the order of the record. */
    List<String> names() {
        return List.of(account, time, prompt, answer);
    }

    /**
     * Refuses a log that lacks one of them.
     *
     * @param present the columns that it has
     * @param why what may be said of these
     */
    void require(List<String> present, String where, String why) {
        if (present.isEmpty()) {
            throw new OperatorError(
                    OperatorError.Kind.INSUFFICIENT,
                    "The log holds no exchange",
                    where,
                    "none of its first lines is a record: it is empty, or in another format",
                    "Check --format and the files.");
        }
        List<String> missing = new ArrayList<>(names());
        missing.removeAll(present);
        if (!missing.isEmpty()) {
            throw OperatorError.usage(
                    "The log has no column " + String.join(", ", missing),
                    where,
                    why,
                    "Name them with --columns account=NAME,time=NAME,prompt=NAME,answer=NAME.");
        }
    }
}
