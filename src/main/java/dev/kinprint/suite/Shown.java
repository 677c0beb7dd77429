package dev.kinprint.suite;

/** Words from a file, made safe for a terminal and short enough for a message. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /** The text with everything but printable characters escaped, cut where it is long. */
    static String text(String raw) {
        StringBuilder out = new StringBuilder();
        raw.codePoints().limit(LONGEST).forEach(c -> {
            int type = Character.getType(c);
            boolean printable = type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.SURROGATE
                    && type != Character.PRIVATE_USE
                    && type != Character.UNASSIGNED
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
            if (printable) {
                out.appendCodePoint(c);
            } else {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return raw.codePointCount(0, raw.length()) > LONGEST ? out + "…" : out.toString();
    }
}
