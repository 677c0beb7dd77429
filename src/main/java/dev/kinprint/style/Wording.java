package dev.kinprint.style;

import java.util.Arrays;
import java.util.Locale;

/** What of a text is wording, and not how it was set: the same words give the same wording in any editor or renderer. */
public final class Wording {
    private static final char CAPITAL_SIGMA = '\u03A3';
    private static final char DOTTED_CAPITAL_I = '\u0130';

    private Wording() {}

    /**
     * The characters of a text in lower case, each run of white space as one space, typographic quotes and short dashes as
     * plain ones, and without the marks of Markdown: those that begin lines, asterisks, hashes and backquotes.
     */
    public static char[] characters(String text) {
        char[] out = lower(text);
        int size = 0;
        boolean lineStarts = true;
        for (char lower : out) {
            char c = (char) plain(lower);
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
        return Arrays.copyOf(out, size > 0 && out[size - 1] == ' ' ? size - 1 : size);
    }

    /** As {@link String#toLowerCase}, without making a text of it: that alone would take as long as all else here. */
    private static char[] lower(String text) {
        char[] out = text.toCharArray();
        for (int at = 0; at < out.length; at++) {
            char c = out[at];
            if (c < 0x80) {
                out[at] = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
            } else if (c == CAPITAL_SIGMA || c == DOTTED_CAPITAL_I || Character.isSurrogate(c)) {
                // The lower case hangs on what stands beside it, or is longer.
                return text.toLowerCase(Locale.ROOT).toCharArray();
            } else {
                out[at] = Character.toLowerCase(c);
            }
        }
        return out;
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
