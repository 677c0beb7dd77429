package dev.kinprint.cli;

import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Adds commands to the root, each in full only where it is needed. Reading the options of all commands takes longer than
 * most commands do; of one that is not named, the list of commands shows the name and the first sentence of the
 * description, and these are all it gets.
 *
 * @param root the tool
 * @param needed whether the command of a name must be there in full
 */
record Subcommands(CommandLine root, Predicate<String> needed) {
    private static final Pattern SENTENCE = Pattern.compile("[^.?]++(?:[.?](?![ %])[^.?]*+)*+[.?]");

    /**
     * Adds a command.
     *
     * @param type the class with its name and description
     * @param full the command, or a command line made of it
     */
    void add(Class<?> type, Supplier<Object> full) {
        Command command = type.getAnnotation(Command.class);
        if (command == null) {
            throw new IllegalArgumentException("type: no command: " + type);
        } else if (needed.test(command.name())) {
            Object made = full.get();
            CommandLine line = made instanceof CommandLine ready ? ready : new CommandLine(made);
            CommonAttributes.addTo(line);
            root.addSubcommand(line);
        } else {
            CommandSpec listed = CommandSpec.create().name(command.name()).interpolateVariables(false);
            listed.usageMessage().description(firstSentence(command.description()[0]));
            root.addSubcommand(listed);
        }
    }

    private static String firstSentence(String text) {
        Matcher end = SENTENCE.matcher(text);
        return end.lookingAt() ? end.group() : text;
    }
}
