package dev.kinprint.trace;

import dev.kinprint.fault.OperatorError;
import java.util.List;
import java.util.Locale;

/** The formats in which a log is read. */
enum LogFormat {
    /** Columnar files; the only format in which a step reads just the columns that it needs. */
    PARQUET(".parquet"),
    /** One JSON object a line, UTF-8. */
    JSONL(".jsonl", ".ndjson", ".json", ".jsonl.gz", ".ndjson.gz", ".json.gz"),
    /** Comma-separated values as in RFC 4180 with a header line, UTF-8. */
    CSV(".csv", ".csv.gz");

    private final List<String> endings;

    LogFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /** Whether a file's name says that it is of this format. */
    boolean names(String file) {
        return endings.stream().anyMatch(file.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** The format that the names of all files say. */
    static LogFormat of(List<String> files, String where) {
        List<LogFormat> found = List.of(values()).stream()
                .filter(format -> files.stream().anyMatch(format::names))
                .toList();
        if (found.size() != 1) {
            throw OperatorError.usage(
                    "The format of the log is not clear",
                    where,
                    found.isEmpty() ? "no file ends in .parquet, .jsonl or .csv" : "its files end in several ways",
                    "Say it with --format parquet, jsonl or csv.");
        }
        return found.get(0);
    }
}
