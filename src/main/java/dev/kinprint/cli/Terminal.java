package dev.kinprint.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process is connected to. */
final class Terminal {
    private Terminal() {}

    /** Whether a person reads the error stream, on something that can move its cursor. */
    static boolean shown() {
        if ("dumb".equals(System.getenv("TERM")) || System.getenv("CI") != null || !attached()) {
            return false;
        }
        // Java tells whether input and output are a terminal, but not whether errors go to a file.
        Path errors = Path.of("/proc/self/fd/2");
        return !Files.isRegularFile(errors);
    }

    @SuppressWarnings("SystemConsoleNull") // a console is not taken for a terminal where Java can tell the two apart
    private static boolean attached() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is always a console, and this method says whether it is a terminal.
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** The charset of a standard stream: {@code stdout} or {@code stderr}. */
    static Charset charset(String stream) {
        for (String property : new String[] {stream + ".encoding", "sun." + stream + ".encoding", "native.encoding"}) {
            String name = System.getProperty(property, "");
            try {
                if (!name.isEmpty()) {
                    return Charset.forName(name);
                }
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                // the next property may name one that is known
            }
        }
        return Charset.defaultCharset();
    }
}
