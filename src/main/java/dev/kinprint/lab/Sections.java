package dev.kinprint.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A resource of the lab: lines under headers in square brackets; blank lines and lines that start with "# " are for readers. */
final class Sections {
    private Sections() {}

    /** The lines of a resource without comments and blank lines. */
    static List<String> lines(String name) {
        try (InputStream in = Sections.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text behind each opening bracket, up to the end of its line, with the lines below it. */
    static Map<String, List<String>> read(String name) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines(name)) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                if (sections.put(line.substring(1), current) != null) {
                    throw new IllegalStateException(name + ": section " + line + " twice");
                }
            } else {
                current.add(line);
            }
        }
        return sections;
    }
}
