package dev.kinprint.style;

import java.util.Arrays;

/**
 * How a text is laid out, as counts in a fixed set of groups. Within a group the counts form a distribution: of kinds of
 * lines, of marks, of sentence lengths, of paragraph lengths.
 */
public final class Format {
    /** The groups; a group's classes stand side by side in the counts. */
    public enum Group {
        /** Lines: heading, bullet, numbered, code fence, quote or table, blank, plain. */
        LINES(0, 7),
        /** Marks: bold, inline code, dash, semicolon, colon, exclamation, question, bracket, quote, comma, dots, emoji. */
        MARKS(LINES.end(), 12),
        /** Sentences by their number of words: up to 4, 8, 12, 16, 20, 25, 30, 40, more. */
        SENTENCES(MARKS.end(), 9),
        /** Paragraphs by their number of words: up to 10, 20, 40, 60, 80, 120, 180, more. */
        PARAGRAPHS(SENTENCES.end(), 8),
        /** The whole text by its number of words: up to 10, 25, 50, 100, 150, 200, 300, 400, 600, more. */
        LENGTH(PARAGRAPHS.end(), 10);

        private final int start;
        private final int classes;

        Group(int start, int classes) {
            this.start = start;
            this.classes = classes;
        }

        /** How many classes the group has. */
        public int classes() {
            return classes;
        }

        /** Where the group's counts begin. */
        public int start() {
            return start;
        }

        private int end() {
            return start + classes;
        }
    }

    /** How many counts there are in all groups. */
    public static final int SIZE =
            Arrays.stream(Group.values()).mapToInt(Group::classes).sum();

    private static final int[] SENTENCE_BOUNDS = {4, 8, 12, 16, 20, 25, 30, 40};
    private static final int[] PARAGRAPH_BOUNDS = {10, 20, 40, 60, 80, 120, 180};
    private static final int[] LENGTH_BOUNDS = {10, 25, 50, 100, 150, 200, 300, 400, 600};

    private Format() {}

    /** The counts of a text, {@link #SIZE} of them. */
    public static int[] count(String text) {
        int[] counts = new int[SIZE];
        int total = 0;
        int paragraph = 0;
        for (String line : text.split("\n", -1)) {
            String bare = line.strip();
            counts[Group.LINES.start() + lineClass(bare)]++;
            if (bare.isEmpty()) {
                close(counts, Group.PARAGRAPHS, PARAGRAPH_BOUNDS, paragraph);
                paragraph = 0;
                continue;
            }
            int words = sentences(bare, counts);
            marks(bare, counts);
            paragraph += words;
            total += words;
        }
        close(counts, Group.PARAGRAPHS, PARAGRAPH_BOUNDS, paragraph);
        close(counts, Group.LENGTH, LENGTH_BOUNDS, total);
        return counts;
    }

    private static int lineClass(String bare) {
        if (bare.isEmpty()) {
            return 5;
        }
        char first = bare.charAt(0);
        if (first == '#') {
            return 0;
        } else if (bare.startsWith("```")) {
            return 3;
        } else if (first == '>' || first == '|') {
            return 4;
        } else if ((first == '-' || first == '*' || first == '+' || first == '•')
                && bare.length() > 1
                && bare.charAt(1) == ' ') {
            return 1;
        }
        int digits = 0;
        while (digits < bare.length() && digits < 4 && Character.isDigit(bare.charAt(digits))) {
            digits++;
        }
        boolean numbered =
                digits > 0 && digits < bare.length() && (bare.charAt(digits) == '.' || bare.charAt(digits) == ')');
        return numbered ? 2 : 6;
    }

    /** Counts the sentences of a line, which end at . ! or ? before a space or the line's end; returns its words. */
    private static int sentences(String line, int[] counts) {
        int words = 0;
        int inSentence = 0;
        boolean inWord = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean letter = Character.isLetterOrDigit(c) || c == '\'' || c == '’';
            if (letter && !inWord) {
                words++;
                inSentence++;
            }
            inWord = letter;
            boolean stop = c == '.' || c == '!' || c == '?';
            if (stop && (i + 1 == line.length() || line.charAt(i + 1) == ' ')) {
                close(counts, Group.SENTENCES, SENTENCE_BOUNDS, inSentence);
                inSentence = 0;
            }
        }
        close(counts, Group.SENTENCES, SENTENCE_BOUNDS, inSentence);
        return words;
    }

    private static void close(int[] counts, Group group, int[] bounds, int words) {
        if (words == 0) {
            return;
        }
        int at = 0;
        while (at < bounds.length && words > bounds[at]) {
            at++;
        }
        counts[group.start() + at]++;
    }

    private static void marks(String line, int[] counts) {
        int start = Group.MARKS.start();
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c == '*' && next < line.length() && line.charAt(next) == '*') {
                counts[start]++;
                next++;
            } else if (c == '.' && line.startsWith("..", next)) {
                counts[start + 10]++;
                next += 2;
            } else {
                int kind = markClass(c);
                if (kind >= 0) {
                    counts[start + kind]++;
                }
            }
            i = next;
        }
    }

    private static int markClass(int c) {
        return switch (c) {
            case '`' -> 1;
            case '—', '–' -> 2;
            case ';' -> 3;
            case ':' -> 4;
            case '!' -> 5;
            case '?' -> 6;
            case '(' -> 7;
            case '"', '“', '”' -> 8;
            case ',' -> 9;
            case '…' -> 10;
            default -> c >= 0x1F300 && c <= 0x1FAFF ? 11 : -1;
        };
    }
}
