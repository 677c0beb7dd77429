package dev.kinprint.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Writes command lines as a user can type them again. */
final class CommandLineText {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}@%+=:,./\\\\_-]+");

    private CommandLineText() {}

    /** The command line that is running. */
    static String of(CommandSpec spec) {
        CommandLine.ParseResult parsed = spec.root().commandLine().getParseResult();
        List<String> args = parsed == null ? List.of() : parsed.originalArgs();
        return "kinprint " + args.stream().map(CommandLineText::quoted).collect(Collectors.joining(" "));
    }

    /** One argument, in quotes where a shell would take it apart. */
    static String quoted(String arg) {
        return PLAIN.matcher(arg).matches() ? arg : "'" + arg.replace("'", "'\\''") + "'";
    }
}
