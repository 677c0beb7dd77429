package dev.kinprint.report;

/**
 * A name as drawings show it, which have no room for a long one; its full form stands in the drawing's title and in the
 * table under it.
 *
 * @param text the name, or its beginning and its end
 * @param width about how wide it is drawn, in pixels
 */
record ShortName(String text, int width) {
    private static final int ROOM = 170;
    private static final int HEAD = 104;
    private static final int TAIL = 56;
    private static final int NARROW = 7;
    private static final int WIDE = 13;

    static ShortName of(String name) {
        int width = width(name);
        if (width <= ROOM) {
            return new ShortName(name, width);
        }
        int head = 0;
        for (int room = HEAD; head < name.length(); ) {
            int point = name.codePointAt(head);
            room -= width(point);
            if (room < 0) {
                break;
            }
            head += Character.charCount(point);
        }
        int tail = name.length();
        for (int room = TAIL; tail > head; ) {
            int point = name.codePointBefore(tail);
            room -= width(point);
            if (room < 0) {
                break;
            }
            tail -= Character.charCount(point);
        }
        String text = name.substring(0, head) + "\u2026" + name.substring(tail);
        return new ShortName(text, width(text));
    }

    private static int width(String text) {
        return text.codePoints().map(ShortName::width).sum();
    }

    private static int width(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(point) ? WIDE : NARROW;
        };
    }

    /** Ideographs, syllables of Korean, kana, full-width forms, and pictures. */
    private static boolean wide(int point) {
        return (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFF01 && point <= 0xFF60)
                || point >= 0x1F000;
    }
}
