package dev.kinprint.report;

/** Makes characters visible that would otherwise hide, reorder or overwrite what stands around them. */
final class Visible {
    private static final int TAGS = 0xE0000;
    private static final int TAGS_END = 0xE0FFF;

    private Visible() {}

    /**
     * The text with every control, bidirectional control, zero-width, tag, non-character, private-use and unpaired
     * surrogate character written as its code point in braces. Line feeds and tabs stay; a joiner between two
     * characters of a script or emoji that needs it stays too.
     */
    static String of(String text) {
        int hidden = next(text, 0);
        if (hidden == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        int from = 0;
        while (hidden < text.length()) {
            int point = text.codePointAt(hidden);
            out.append(text, from, hidden)
                    .append("\\u{")
                    .append(Integer.toHexString(point))
                    .append('}');
            from = hidden + Character.charCount(point);
            hidden = next(text, from);
        }
        return out.append(text, from, text.length()).toString();
    }

    private static int next(String text, int from) {
        for (int i = from; i < text.length(); ) {
            int point = text.codePointAt(i);
            boolean joiner = point == 0x200C || point == 0x200D;
            if (hides(point) && !(joiner && joins(text, i))) {
                return i;
            }
            i += Character.charCount(point);
        }
        return text.length();
    }

    private static boolean hides(int point) {
        if (point == '\n' || point == '\t') {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default ->
                (point >= TAGS && point <= TAGS_END)
                        || (point & 0xFFFE) == 0xFFFE
                        || point == 0x034F
                        || point == 0x115F
                        || point == 0x1160
                        || point == 0x3164
                        || point == 0xFFA0;
        };
    }

    /** Persian, the scripts of India and emoji are written with joiners; elsewhere a joiner only hides. */
    private static boolean joins(String text, int at) {
        if (at == 0 || at + 1 >= text.length()) {
            return false;
        }
        return shapes(text.codePointBefore(at)) && shapes(text.codePointAt(at + 1));
    }

    private static boolean shapes(int point) {
        if ((Character.getType(point) == Character.OTHER_SYMBOL)
                || point == 0xFE0F
                || (point >= 0x1F3FB && point <= 0x1F3FF)) {
            return true;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case ARABIC,
                    SYRIAC,
                    MONGOLIAN,
                    DEVANAGARI,
                    BENGALI,
                    GURMUKHI,
                    GUJARATI,
                    ORIYA,
                    TAMIL,
                    TELUGU,
                    KANNADA,
                    MALAYALAM,
                    SINHALA ->
                Character.isLetter(point)
                        || Character.getType(point) == Character.NON_SPACING_MARK
                        || Character.getType(point) == Character.COMBINING_SPACING_MARK;
            default -> false;
        };
    }
}
