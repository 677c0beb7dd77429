package dev.kinprint.corpus;

import java.text.Normalizer;

/** The one form in which texts are compared, so that no transport accident looks like a habit of a model. */
public final class Normalisation {
    private Normalisation() {}

    /**
     * Unicode NFC, line feeds as the only line ends, no white space at the ends of lines or of the whole text.
     *
     * <p>White space at the start of a line stays, because indentation is style; at the start of the text it goes,
     * because providers differ in it (a stray leading space has decided a published test).
     */
    public static String normalise(String text) {
        // Byte order marks go first: one between a letter and its accent would keep the two apart.
        String lines = text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
        String composed = Normalizer.normalize(lines, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        for (int start = 0; start <= composed.length(); ) {
            int end = composed.indexOf('\n', start);
            int stop = end < 0 ? composed.length() : end;
            int last = stop;
            while (last > start && isBlank(composed.charAt(last - 1))) {
                last--;
            }
            out.append(composed, start, last);
            if (end >= 0) {
                out.append('\n');
            }
            start = stop + 1;
        }
        int from = 0;
        int to = out.length();
        while (from < to && isBlank(out.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(out.charAt(to - 1))) {
            to--;
        }
        return out.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }
}
