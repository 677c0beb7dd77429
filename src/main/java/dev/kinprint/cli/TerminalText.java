package dev.kinprint.cli;

import java.nio.charset.CharsetEncoder;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes text safe for a terminal and for the log of a build server, whoever wrote it. */
final class TerminalText {
    /** What a build server takes for a command to itself: at the start of a line, or anywhere in it. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\h*+:(?=:)|#(?=#(?:\\[|vso\\[))");

    /** What stands for characters of our own messages where a terminal does not have them. */
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '→', "->"),
            Map.entry((int) '≥', ">="),
            Map.entry((int) '≤', "<="),
            Map.entry((int) '×', "x"),
            Map.entry((int) '±', "+/-"),
            Map.entry((int) '·', "-"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry(0xA0, " "));

    private TerminalText() {}

    /**
     * The text with every character that controls, hides or reorders written as its code point in braces; line feeds
     * and tabs stay. Commands to a build server are broken.
     */
    static String visible(String text) {
        String shown = plain(text) ? text : escaped(text);
        return shown.contains("::") || shown.contains("##") ? withoutCommands(shown) : shown;
    }

    /** Whether there is nothing to escape, which is so for nearly all that the tool prints itself. */
    private static boolean plain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c < ' ' && c != '\n' && c != '\t') || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (hides(point)) {
                escape(out, point);
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    private static String withoutCommands(String text) {
        return COMMAND.matcher(text).replaceAll(found -> {
            boolean colon = found.group().endsWith(":");
            String before = found.group().substring(0, found.group().length() - 1);
            return before + (colon ? "\\\\u{3a}" : "\\\\u{23}");
        });
    }

    /** Words of foreign origin on one line of at most so many characters. */
    static String line(String text, int most) {
        String line = visible(text).replace("\n", "\\n").replace("\t", " ");
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** The text in characters that the encoder has. */
    static String within(CharsetEncoder encoder, String text) {
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            String plain = PLAIN.get(point);
            if (encoder.canEncode(Character.toString(point))) {
                out.appendCodePoint(point);
            } else if (plain != null) {
                out.append(plain);
            } else {
                escape(out, point);
            }
        });
        return out.toString();
    }

    private static void escape(StringBuilder out, int point) {
        out.append("\\u{").append(Integer.toHexString(point)).append('}');
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
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> selects(point) || blank(point);
        };
    }

    /** Variation selectors and tags: marks without width that can carry a hidden text. */
    private static boolean selects(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0xE0000 && point <= 0xE0FFF)
                || (point >= 0x180B && point <= 0x180F);
    }

    /** Letters and marks that show nothing. */
    private static boolean blank(int point) {
        return point == 0x034F
                || point == 0x115F
                || point == 0x1160
                || point == 0x17B4
                || point == 0x17B5
                || point == 0x2800
                || point == 0x3164
                || point == 0xFFA0;
    }
}
