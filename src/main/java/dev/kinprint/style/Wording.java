package dev.kinprint.style;

import java.util.Locale;

/** What of a text is wording, and not how it was set: the same words give the same wording in any editor or renderer. */
public final class Wording {
    private Wording() {}

    /**
     * A text in lower case, each run of white space as one space, typographic quotes and short dashes as plain ones, and
     * without the marks of Markdown: those that begin lines, asterisks, hashes and backquotes.
     */
    public static String of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        char[] out = new char[lower.length()];
        int size = 0;
        boolean lineStarts = true;
        for (int at = 0; at < lower.length(); at++) {
            char c = (char) plain(lower.charAt(at));
            if (isBlank(c)) {
                lineStarts |= c == '\n';
                if (size > 0 && out[size - 1] != ' ') {
                    out[size++] = ' ';
                }
            } else if (c != '*' && c != '#' && c != '`' && !(lineStarts && (c == '-' || c == '+' || c == '>'))) {
                lineStarts = false;
                out[size++] = c;
            }
        }
        return new String(out, 0, size > 0 && out[size - 1] == ' ' ? size - 1 : size);
    }

    /** Whether a code point is white space or a space of any kind. Most are ASCII, where tables need not be asked. */
    static boolean isBlank(int c) {
        return c < 0x80
                ? c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F)
                : Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** A text with typographic quotes and short dashes as plain ones, as long as before. */
    static String plain(String text) {
        char[] out = text.toCharArray();
        for (int at = 0; at < out.length; at++) {
            out[at] = (char) plain(out[at]);
        }
        return new String(out);
    }

    /** The plain form of a typographic quote, apostrophe, hyphen or short dash; any other code point as it is. */
    static int plain(int c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201A', '\u201B' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u201F' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013' -> '-';
            default -> c;
        };
    }
}
