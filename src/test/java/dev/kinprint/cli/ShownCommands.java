package dev.kinprint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that documentation shows in fenced blocks. */
final class ShownCommands {
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```\\w*\\n(.*?)^ *```");
    private static final Pattern COMMAND = Pattern.compile("(?:java -jar target/kinprint\\.jar|kinprint) +(.*)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private ShownCommands() {}

    /** The lines of all fenced blocks of a page. */
    static List<String> lines(Path page) throws IOException {
        List<String> lines = new ArrayList<>();
        Matcher block = FENCED.matcher(Files.readString(page));
        while (block.find()) {
            for (String line : block.group(1).replace("\\\n", " ").split("\n", -1)) {
                lines.add(line.strip());
            }
        }
        return lines;
    }

    /** A page without its fenced blocks. */
    static String prose(Path page) throws IOException {
        return FENCED.matcher(Files.readString(page)).replaceAll("");
    }

    /** The commands of the tool on a page, as lists of arguments. */
    static List<List<String>> of(Path page) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        for (String line : lines(page)) {
            Matcher command = COMMAND.matcher(line.replaceFirst("^.*; do ", ""));
            if (command.lookingAt()) {
                String shown = command.group(1).replaceFirst(" (&&|#|;) ?.*| *; done$", "");
                // A variable of the shell stands for a number or a part of a path; one fits both.
                commands.add(words(shown.replaceAll("\\$\\w+", "1")));
            }
        }
        return commands;
    }

    /** The words of a line, as a shell takes it apart. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(Objects.requireNonNullElse(
                    word.group(1),
                    Objects.requireNonNullElse(word.group(2), Objects.requireNonNullElse(word.group(3), ""))));
        }
        return words;
    }
}
