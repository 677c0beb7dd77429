package dev.kinprint.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The tool without a command: it prints its help. Holds the options that every command takes. */
@Command(
        name = "kinprint",
        description = "Says with a calibrated likelihood ratio whether one language model looks like the same model as"
                + " another, like a derivative of it, or like one trained on its answers.",
        footer = {"  kinprint demo", "  kinprint run audit.yaml"})
final class RootCommand implements Callable<Integer> {
    private final Console console;
    private final Problems problems;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RootCommand(Console console, Problems problems) {
        this.console = console;
        this.problems = problems;
    }

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "No progress and no notes, only answers.")
    void quiet(boolean on) {
        if (on) {
            console.quiet();
        }
    }

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "After an internal error, print the path through the program; as KINPRINT_DEBUG=1 does.")
    void debug(boolean on) {
        if (on) {
            problems.debug();
        }
    }

    @Override
    public Integer call() {
        CommandLine root = spec.commandLine();
        root.usage(root.getOut());
        return Exit.USAGE;
    }
}
