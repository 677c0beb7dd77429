package dev.kinprint.trace;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where words go: answers to the standard output, the rest to the error stream, and nothing that moves a cursor. */
final class Screen {
    private final PrintWriter answers;
    private final PrintWriter notes;

    Screen(PrintStream answers, PrintStream notes) {
        this.answers = new PrintWriter(answers, true, StandardCharsets.UTF_8);
        this.notes = new PrintWriter(notes, true, StandardCharsets.UTF_8);
    }

    /** Prints a part of the answer. */
    void answer(String text) {
        answers.println(visible(text));
    }

    /** Says something beside the answer. */
    void note(String text) {
        notes.println(visible(text));
    }

    PrintWriter answers() {
        return answers;
    }

    PrintWriter notes() {
        return notes;
    }

    /** The text with everything that controls or hides written as a question mark; line feeds stay. */
    static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean hides = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.PRIVATE_USE
                    || type == Character.UNASSIGNED
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            out.appendCodePoint(hides && point != '\n' ? '?' : point);
        });
        return out.toString();
    }
}
