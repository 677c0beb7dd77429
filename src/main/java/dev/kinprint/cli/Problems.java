package dev.kinprint.cli;

import dev.kinprint.fault.OperatorError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in four parts, and gives the exit code. */
final class Problems implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
    private final Console console;
    private boolean debug;

    Problems(Console console, boolean debug) {
        this.console = console;
        this.debug = debug;
    }

    /** From now on, mistakes in the program are printed with the path through it. */
    void debug() {
        debug = true;
    }

    /** The command line itself is wrong. */
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return tell(
                OperatorError.usage(String.valueOf(e.getMessage()), command, why(e), "See: " + command + " --help"));
    }

    private static String why(ParameterException e) {
        if (e instanceof MissingParameterException) {
            return "the command cannot work without it";
        } else if (e instanceof OverwrittenOptionException) {
            return "it stands there twice, and which of the two is meant is not clear";
        } else if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            return near.isEmpty()
                    ? "the command takes no such thing"
                    : "the nearest known are " + String.join(", ", near);
        }
        return "it is given in a form that the command does not take";
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        return of(e);
    }

    /** Whatever was thrown. */
    int of(Throwable thrown) {
        if (thrown instanceof OperatorError error) {
            return tell(error);
        } else if (thrown instanceof UncheckedIOException io) {
            print(
                    "A file cannot be read or written",
                    String.valueOf(io.getMessage()),
                    String.valueOf(io.getCause()),
                    "See that the disk has room and that the folder is yours, and give the same command again.");
        } else {
            print(
                    "Internal error: " + thrown,
                    place(thrown),
                    "this is a mistake in kinprint, and not in what you gave it",
                    debug ? "Please report it with the lines below." : "Give the same command with --debug.");
        }
        if (debug) {
            StringWriter path = new StringWriter();
            thrown.printStackTrace(new PrintWriter(path, true));
            console.problem(path.toString());
        }
        return Exit.INTERNAL;
    }

    /** Prints an operator's error. */
    int tell(OperatorError error) {
        print(error.what(), error.where(), error.why(), error.next());
        return Exit.of(error.kind());
    }

    private void print(String what, String where, String why, String next) {
        console.error(what, where, why, next);
    }

    private static String place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.kinprint."))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("outside of kinprint");
    }
}
