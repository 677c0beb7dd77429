package dev.kinprint.collect;

import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Which response headers are kept. The list says what is kept; all else is dropped. */
final class Headers {
    /** Where in the body a key was blanked out, as offset+length. */
    static final String REDACTED = "x-kinprint-redacted";

    private static final int LONGEST = 300;
    private static final Set<String> KEPT = Set.of(
            "content-encoding",
            "content-type",
            "date",
            "openai-processing-ms",
            "request-id",
            "retry-after",
            "retry-after-ms",
            "trace-id",
            "trace_id",
            "x-amzn-errortype",
            "x-amzn-requestid",
            "x-generation-id",
            "x-request-id",
            "x-should-retry");

    private Headers() {}

    /** The kept headers of a response, in one short line each. */
    static SortedMap<String, String> kept(okhttp3.Headers all, UnaryOperator<String> clean) {
        SortedMap<String, String> kept = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            String name = all.name(i).toLowerCase(Locale.ROOT);
            if (KEPT.contains(name) || name.matches("(?:x|anthropic)-ratelimit-[a-z-]{1,40}")) {
                kept.putIfAbsent(name, clean.apply(line(all.value(i))));
            } else if (name.equals("location")) {
                kept.putIfAbsent(name, clean.apply(line(all.value(i).replaceFirst("[?#].*", "?..."))));
            }
        }
        return kept;
    }

    private static String line(String value) {
        String plain = value.codePoints()
                .filter(c -> c >= ' ' && c < 127)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
