package dev.kinprint.style;

import java.util.Locale;

/** Reads the short answer that a text gives. */
public final class ShortAnswer {
    private static final int LONGEST = 60;
    private static final String MARKER = "answer:";

    private ShortAnswer() {}

    /** A free choice: the first line that holds anything, plain. */
    public static String choice(String text) {
        return text.lines()
                .map(ShortAnswer::plain)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The answer to a question with a key: what follows the last "Answer:", or else the last line, plain. */
    public static String last(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int marker = lower.lastIndexOf(MARKER);
        if (marker >= 0) {
            String after = choice(lower.substring(marker + MARKER.length()));
            if (!after.isEmpty()) {
                return after;
            }
        }
        return lower.lines()
                .map(ShortAnswer::plain)
                .filter(line -> !line.isEmpty())
                .reduce((before, line) -> line)
                .orElse("");
    }

    /** In lower case, without marks around it, Markdown, commas within numbers and repeated spaces; cut at 60 characters. */
    public static String plain(String line) {
        StringBuilder out = new StringBuilder();
        String lower = line.toLowerCase(Locale.ROOT);
        for (int at = 0; at < lower.length(); at++) {
            char c = lower.charAt(at);
            boolean between = at > 0
                    && at + 1 < lower.length()
                    && Character.isDigit(lower.charAt(at - 1))
                    && Character.isDigit(lower.charAt(at + 1));
            if (Character.isWhitespace(c)) {
                out.append(out.length() == 0 || out.charAt(out.length() - 1) == ' ' ? "" : " ");
            } else if (Character.isLetterOrDigit(c) || (c == '.' && between) || c == '-' || c == '+') {
                out.append(c);
            } else if (!(c == ',' && between) && "*_`\"'“”‘’.,:;!?$#()[]{}".indexOf(c) < 0) {
                out.append(c);
            }
        }
        String plain = out.toString().strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
