package dev.kinprint.trace;

import dev.kinprint.fault.OperatorError;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;

/** The command line of the second jar. */
public final class TraceMain {
    private static final int USAGE = 2;
    private static final int INSUFFICIENT = 3;
    private static final int INTEGRITY = 4;
    private static final int INTERNAL = 70;
    private static final int LOCKED = 75;
    private static final int LONGEST = 600;
    private static final int CAUSES = 12;

    private TraceMain() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Spark keeps threads of its own alive: a process that is done has to say so.
        System.exit(run(new Screen(System.out, System.err), name -> Optional.ofNullable(System.getenv(name)), args));
    }

    /** Runs a command and returns its exit code. */
    static int run(Screen screen, Function<String, Optional<String>> environment, String... args) {
        // What libraries log may hold words of the log that is traced.
        LogManager.getLogManager().reset();
        CommandLine root = new CommandLine(new TraceCommand(screen));
        root.addSubcommand(new SignsCommand(screen, environment));
        root.addSubcommand(new ProbesCommand(screen, environment));
        root.addSubcommand(new EchoCommand(screen, environment));
        root.addSubcommand(new GenerateCommand(screen));
        root.addSubcommand(new ScaleCommand(screen, environment));
        root.addSubcommand(new WorldCommand(screen));
        root.addSubcommand(new EvaluateCommand(screen));
        try {
            return root.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                    .setOut(screen.answers())
                    .setErr(screen.notes())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setParameterExceptionHandler((e, given) -> misused(screen, e))
                    .setExecutionExceptionHandler((e, command, parsed) -> failed(screen, e))
                    .execute(args);
        } catch (Error e) {
            return failed(screen, e);
        }
    }

    private static int misused(Screen screen, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return tell(
                screen,
                OperatorError.usage(
                        String.valueOf(e.getMessage()),
                        command,
                        "the command takes no such thing",
                        "See: " + command + " --help"));
    }

    private static int failed(Screen screen, Throwable thrown) {
        // What an executor throws comes as the cause of something of Spark's.
        Optional<OperatorError> told = Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .filter(OperatorError.class::isInstance)
                .map(OperatorError.class::cast)
                .findFirst();
        if (told.isPresent()) {
            return tell(screen, told.get());
        }
        if (thrown instanceof UncheckedIOException io) {
            print(
                    screen,
                    "A file cannot be read or written",
                    String.valueOf(io.getMessage()),
                    String.valueOf(io.getCause()),
                    "See that the disk has room and that the folder is yours.");
            return INTERNAL;
        }
        // The message of a Spark exception can quote a row; its type and place say enough.
        print(
                screen,
                "Internal error: " + thrown.getClass().getName(),
                List.of(thrown.getStackTrace()).stream()
                        .filter(frame -> frame.getClassName().startsWith("dev.kinprint."))
                        .findFirst()
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                        .orElse("outside of kinprint"),
                "this is a mistake in kinprint, or a machine that fails; the message is kept back, since it may quote"
                        + " the log",
                "Give the same command on a small part of the log.");
        return INTERNAL;
    }

    private static int tell(Screen screen, OperatorError error) {
        print(screen, error.what(), error.where(), error.why(), error.next());
        return switch (error.kind()) {
            case USAGE, AUTHENTICATION -> USAGE;
            case INSUFFICIENT -> INSUFFICIENT;
            case INTEGRITY -> INTEGRITY;
            case LOCKED -> LOCKED;
        };
    }

    private static void print(Screen screen, String what, String where, String why, String next) {
        screen.note("error: " + line(what) + "\n  where: " + line(where) + "\n  why:   " + line(why) + "\n  next:  "
                + line(next));
    }

    private static String line(String text) {
        String one = text.replace('\n', ' ');
        return one.length() <= LONGEST ? one : one.substring(0, LONGEST - 1) + "…";
    }
}
