package dev.kinprint.style;

import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Splits a text into stylistic tokens.
 *
 * <p>A token is a run of letters, digits, combining marks and underscores in lower case; an ideograph; a line feed; or
 * any other visible code point by itself. Punctuation and line breaks are tokens because they are habits. Typographic
 * quotes and short dashes are the same tokens as plain ones, because keyboards, editors and renderers choose between them.
 * The scan is a single pass without regular expressions, so that no text can make it slow.
 */
public final class Tokens {
    private static final int NONE = -1;

    /** Marks, line feed included, are met again and again. */
    private static final String[] SINGLE =
            IntStream.range(0, 0x80).mapToObj(Character::toString).toArray(String[]::new);

    private Tokens() {}

    /** Passes each token of a text on, in order. */
    public static void scan(String text, Consumer<String> out) {
        int word = NONE;
        boolean lower = true;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (isWord(c) && !Character.isIdeographic(c)) {
                if (word == NONE) {
                    word = at;
                    lower = true;
                }
                lower &= Character.toLowerCase(c) == c;
            } else {
                if (word != NONE) {
                    out.accept(word(text, word, at, lower));
                    word = NONE;
                }
                if (c == '\n' || !Wording.isBlank(c)) {
                    int mark = Wording.plain(c);
                    out.accept(mark < SINGLE.length ? SINGLE[mark] : Character.toString(mark));
                }
            }
            at = next;
        }
        if (word != NONE) {
            out.accept(word(text, word, text.length(), lower));
        }
    }

    /** Most words stand in lower case already and need only be cut out. */
    private static String word(String text, int from, int to, boolean lower) {
        if (lower) {
            return text.substring(from, to);
        }
        StringBuilder word = new StringBuilder(to - from);
        for (int at = from; at < to; ) {
            int c = text.codePointAt(at);
            word.appendCodePoint(Character.toLowerCase(c));
            at += Character.charCount(c);
        }
        return word.toString();
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
