package dev.kinprint.suite;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 2h}, {@code 90m}, {@code 1h30m}. */
final class Span {
    private static final Pattern FORM = Pattern.compile("(?:([0-9]{1,5})h)?(?:([0-9]{1,7})m)?(?:([0-9]{1,8})s)?");

    private Span() {}

    /** The length of time, or empty where the text is none or is zero. */
    static Optional<Duration> parse(String text) {
        Matcher match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        Duration span =
                Duration.ofHours(number(match, 1)).plusMinutes(number(match, 2)).plusSeconds(number(match, 3));
        return span.isZero() ? Optional.empty() : Optional.of(span);
    }

    /** The same length of time in this form, rounded down to seconds. */
    static String write(Duration span) {
        StringBuilder out = new StringBuilder();
        if (span.toHours() > 0) {
            out.append(span.toHours()).append('h');
        }
        if (span.toMinutesPart() > 0) {
            out.append(span.toMinutesPart()).append('m');
        }
        if (span.toSecondsPart() > 0) {
            out.append(span.toSecondsPart()).append('s');
        }
        return out.toString();
    }

    private static long number(Matcher match, int group) {
        String digits = match.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
