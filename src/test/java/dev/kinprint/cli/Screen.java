package dev.kinprint.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A console whose two streams can be read back. */
final class Screen {
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private final Charset charset;
    private final Console console;

    Screen(Charset charset, boolean terminal, String typed) {
        this.charset = charset;
        this.console = new Console(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.US_ASCII)),
                answers,
                charset,
                notes,
                charset,
                terminal);
    }

    /** A log: UTF-8, no terminal. */
    static Screen log() {
        return new Screen(StandardCharsets.UTF_8, false, "");
    }

    Console console() {
        return console;
    }

    /** Runs a command on this screen, in an empty environment. */
    int run(String... args) {
        return run(Map.of(), args);
    }

    int run(Map<String, String> environment, String... args) {
        return Main.run(console, name -> Optional.ofNullable(environment.get(name)), args);
    }

    String answers() {
        return answers.toString(charset);
    }

    String notes() {
        return notes.toString(charset);
    }
}
