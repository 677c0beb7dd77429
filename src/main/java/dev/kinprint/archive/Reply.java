package dev.kinprint.archive;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a provider sent back, verbatim.
 *
 * @param status the HTTP status, 100 to 999; 0 for an answer that did not come over HTTP
 * @param headers the few headers that are kept, by lower-case name
 * @param body the bytes of the body
 */
public record Reply(int status, SortedMap<String, String> headers, Bytes body) {
    /** Copies the headers; refuses a strange status and a header that would not fit on one line. */
    public Reply {
        if (status != 0 && (status < 100 || status > 999)) {
            throw new IllegalArgumentException("status: " + status);
        }
        headers = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) headers));
        headers.forEach((name, value) -> {
            if (!name.equals(name.toLowerCase(Locale.ROOT)) || name.contains(":") || multiline(name + value)) {
                throw new IllegalArgumentException(
                        "headers: not one lower-case line: " + name.length() + " characters");
            }
        });
    }

    /** An answer that did not come over HTTP. */
    public static Reply imported(Bytes body) {
        return new Reply(0, new TreeMap<>(), body);
    }

    private static boolean multiline(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    /** The headers, one a line, as they are stored. */
    String headerLines() {
        if (headers.isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append('\n'));
        return lines.toString();
    }

    static SortedMap<String, String> headers(String lines) {
        SortedMap<String, String> headers = new TreeMap<>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        });
        return headers;
    }
}
