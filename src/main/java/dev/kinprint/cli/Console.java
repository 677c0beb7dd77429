package dev.kinprint.cli;

import dev.kinprint.json.Json;
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
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where words go: answers to the standard output, everything else to the error stream. All of it is made visible on the
 * way, so nothing that a model, a vendor or a file says can move a cursor, hide itself or command a build server. There
 * are no colours.
 */
final class Console {
    private static final int LONGEST = 600;

    private final InputStream in;
    private final Sink answers;
    private final Sink notes;
    private final boolean terminal;
    private boolean quiet;
    private Optional<JsonAnswer> json = Optional.empty();
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

    /** From now on the answer is gathered, to be written as one JSON document in the end. */
    void json(String target) {
        json = Optional.of(new JsonAnswer(target));
    }

    /** Prints a part of the answer. */
    void answer(String text) {
        if (json.isPresent()) {
            json.get().line(text);
            return;
        }
        clear();
        answers.line(text);
    }

    /** A part of the answer as data, for whoever reads JSON. */
    void data(String name, Supplier<Json> value) {
        json.ifPresent(gathered -> gathered.data(name, value.get()));
    }

    /** Says what went wrong, in four parts. */
    void error(String what, String where, String why, String next) {
        json.ifPresent(gathered -> gathered.error(what, where, why, next));
        problem("error: " + TerminalText.line(what, LONGEST)
                + "\n  where: " + TerminalText.line(where, LONGEST)
                + "\n  why:   " + TerminalText.line(why, LONGEST)
                + "\n  next:  " + TerminalText.line(next, LONGEST));
    }

    /** Writes the JSON document, where one was asked for. */
    void end(String command, int exit) {
        clear();
        if (json.isPresent()) {
            json.get().write(command, exit, answers);
        }
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
