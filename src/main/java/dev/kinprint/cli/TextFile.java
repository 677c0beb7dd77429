package dev.kinprint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command writes where the operator said; in UTF-8, and its folder with it where there is none. */
final class TextFile {
    private TextFile() {}

    /**
     * Writes a file, over what was there.
     *
     * @param what what it holds, for the message where it cannot be written
     */
    static void write(Path file, String text, String what) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(what + " cannot be written to " + file, e);
        }
    }
}
