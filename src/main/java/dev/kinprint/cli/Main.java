package dev.kinprint.cli;

import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command line of Kinprint. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code, unless that is 0. */
    public static void main(String[] args) {
        int code = run(args);
        if (code != Exit.OK) {
            System.exit(code);
        }
    }

    /** Runs a command and returns its exit code. */
    static int run(String... args) {
        return run(Console.system(), name -> Optional.ofNullable(System.getenv(name)), args);
    }

    /**
     * Runs a command.
     *
     * @param environment finds the value of an environment variable
     */
    static int run(Console console, Function<String, Optional<String>> environment, String... args) {
        SilentLogging.choose();
        boolean debug = environment
                .apply("KINPRINT_DEBUG")
                .filter(value -> !value.isEmpty() && !value.equals("0"))
                .isPresent();
        Problems problems = new Problems(console, debug);
        int code;
        try {
            code = commands(console, environment, problems, needed(List.of(args)))
                    .execute(args);
        } catch (Error e) {
            // Out of memory, a native library that is missing: the promise of one clear message holds for these too.
            code = problems.of(e);
        }
        try {
            console.end(args.length == 0 ? "" : args[0], code);
        } catch (UncheckedIOException e) {
            return problems.of(e);
        }
        return code;
    }

    /**
     * Which commands must be there in full: those that the arguments name before they ask for help, for what comes after
     * that is not read. All of them where a completion script is asked for, or where a file of arguments may name any.
     */
    private static Set<Subcommand> needed(List<String> args) {
        Set<Subcommand> needed = EnumSet.noneOf(Subcommand.class);
        for (String arg : args) {
            if (arg.equals(CompletionCommand.NAME) || arg.startsWith("@")) {
                return EnumSet.allOf(Subcommand.class);
            } else if (arg.equals("--help") || arg.equals("-h")) {
                break;
            }
            for (Subcommand command : Subcommand.values()) {
                if (arg.equals(command.title())) {
                    needed.add(command);
                }
            }
        }
        return needed;
    }

    /** All commands in full; a test reads their help. */
    static CommandLine commands(Console console, Function<String, Optional<String>> environment, Problems problems) {
        return commands(console, environment, problems, EnumSet.allOf(Subcommand.class));
    }

    private static CommandLine commands(
            Console console,
            Function<String, Optional<String>> environment,
            Problems problems,
            Set<Subcommand> needed) {
        CommandLine root = RootCommand.line(console, problems);
        for (Subcommand command : Subcommand.values()) {
            if (needed.contains(command)) {
                CommandLine full = command.full(console, environment);
                root.addSubcommand(full);
                JsonOption.addTo(full, console);
            } else {
                root.addSubcommand(command.listed());
            }
        }
        return root.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setOut(console.answerWriter())
                .setErr(console.noteWriter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(problems)
                .setExecutionExceptionHandler(problems);
    }
}
