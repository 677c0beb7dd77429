package dev.kinprint.style;

import java.util.function.Consumer;

/**
 * Splits a text into stylistic tokens.
 *
 * <p>A token is a run of letters, digits, combining marks and underscores in lower case; an ideograph; a line feed; or
 * any other visible code point by itself. Punctuation and line breaks are tokens because they are habits. The scan is a
 * single pass without regular expressions, so that no text can make it slow.
 */
public final class Tokens {
    private Tokens() {}

    /** Passes each token of a text on, in order. */
    public static void scan(String text, Consumer<String> out) {
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (isWord(c) && !Character.isIdeographic(c)) {
                word.appendCodePoint(Character.toLowerCase(c));
                continue;
            }
            if (word.length() > 0) {
                out.accept(word.toString());
                word.setLength(0);
            }
            if (c == '\n') {
                out.accept("\n");
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                out.accept(Character.toString(c));
            }
        }
        if (word.length() > 0) {
            out.accept(word.toString());
        }
    }

    private static boolean isWord(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
