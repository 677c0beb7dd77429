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
        StringBuilder out = new StringBuilder(lower.length());
        boolean lineStarts = true;
        for (int at = 0; at < lower.length(); at++) {
            char c = (char) plain(lower.charAt(at));
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                lineStarts |= c == '\n';
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (c != '*' && c != '#' && c != '`' && !(lineStarts && (c == '-' || c == '+' || c == '>'))) {
                lineStarts = false;
                out.append(c);
            }
        }
        int length = out.length();
        return length > 0 && out.charAt(length - 1) == ' ' ? out.substring(0, length - 1) : out.toString();
    }

    /** A text with typographic quotes and short dashes as plain ones, as long as before. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append((char) plain(c)));
        return out.toString();
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
