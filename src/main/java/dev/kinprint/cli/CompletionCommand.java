package dev.kinprint.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a completion script. */
@Command(
        name = CompletionCommand.NAME,
        description = CompletionCommand.SUMMARY,
        footer = {"  kinprint completion", "  source <(kinprint completion)"})
final class CompletionCommand implements Callable<Integer> {
    static final String NAME = "completion";
    static final String SUMMARY =
            "Prints a script with which bash and zsh complete commands and options of 'kinprint'.";

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.answer(AutoComplete.bash("kinprint", spec.root().commandLine()));
        return Exit.OK;
    }
}
