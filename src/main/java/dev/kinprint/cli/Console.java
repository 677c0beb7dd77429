package dev.kinprint.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where words go: answers to the standard output, everything else to the error stream. All of it is made visible on the
 * way, so nothing that a model, a vendor or a file says can move a cursor, hide itself or command a build server. There
 * are no colours.
 */
final class Console {
    private final InputStream in;
    private final Sink answers;
    private final Sink notes;
    private final boolean terminal;
    private boolean quiet;
    private ProgressLine progress = ProgressLine.NONE;

    /**
     * A console.
     *
     * @param in where a person answers
     * @param terminal whether the error stream is a terminal that a person looks at
     */
    Console(
            InputStream in,
            OutputStream answers,
            Charset answersCharset,
            OutputStream notes,
            Charset notesCharset,
            boolean terminal) {
        this.in = in;
        this.answers = new Sink(answers, answersCharset);
        this.notes = new Sink(notes, notesCharset);
        this.terminal = terminal;
    }

    /** The console of this process. */
    static Console system() {
        return new Console(
                System.in,
                System.out,
                Terminal.charset("stdout"),
                System.err,
                Terminal.charset("stderr"),
                Terminal.shown());
    }

    /** Keeps progress and notes away; errors are still shown. */
    void quiet() {
        quiet = true;
    }

    /** Prints a part of the answer. */
    void answer(String text) {
        clear();
        answers.line(text);
    }

    /** Says something beside the answer. */
    void note(String text) {
        if (!quiet) {
            problem(text);
        }
    }

    /** Says something that must not be missed. */
    void problem(String text) {
        clear();
        notes.line(text);
    }

    /** Begins to show progress; the one before it must be closed. */
    ProgressLine progress(String task) {
        if (quiet) {
            progress = ProgressLine.NONE;
        } else if (terminal) {
            progress = new BarProgress(task, notes);
        } else {
            progress = new PlainProgress(task, this::note, System::nanoTime);
        }
        return progress;
    }

    /** Whether someone is there who can answer a question. */
    boolean interactive() {
        return terminal;
    }

    /** Asks a question; anything but a yes is a no. */
    boolean agreed(String question) {
        notes.write(TerminalText.visible(question) + " [y/N] ");
        try {
            String line = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset())).readLine();
            String word = line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
            return word.equals("y") || word.equals("yes");
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be read", e);
        }
    }

    /** What a person types or pastes, or a pipe brings, in UTF-8; other bytes are an error and never replaced. */
    BufferedReader typed() {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    /** The standard output for a library that prints. */
    PrintWriter answerWriter() {
        return answers.writer();
    }

    /** The error stream for a library that prints. */
    PrintWriter noteWriter() {
        return notes.writer();
    }

    private void clear() {
        if (progress instanceof BarProgress bar) {
            bar.clear();
        }
    }
}
