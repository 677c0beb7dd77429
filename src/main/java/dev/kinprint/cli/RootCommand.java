package dev.kinprint.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The tool without a command: it prints its help. Holds the options that every command takes. */
final class RootCommand implements Callable<Integer> {
    private final CommandLine line;

    private RootCommand(Console console, Problems problems) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("kinprint");
        spec.usageMessage()
                .description(
                        "Says with a calibrated likelihood ratio whether one language model looks like the same model as"
                                + " another, like a derivative of it, or like one trained on its answers.")
                .footer("  kinprint demo", "  kinprint run audit.yaml");
        spec.addOption(flag(
                "--debug",
                "After an internal error, print the path through the program; as KINPRINT_DEBUG=1 does.",
                problems::debug));
        spec.addOption(flag("--quiet", "No progress and no notes, only answers.", console::quiet));
        line = new CommandLine(spec);
        CommonAttributes.addTo(line);
    }

    /** The root, without any command yet. */
    static CommandLine line(Console console, Problems problems) {
        return new RootCommand(console, problems).line;
    }

    private static OptionSpec flag(String name, String description, Runnable given) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .scopeType(ScopeType.INHERIT)
                .description(description)
                .setter(new ISetter() {
                    @Override
                    public <T> T set(T value) {
                        if (Boolean.TRUE.equals(value)) {
                            given.run();
                        }
                        return value;
                    }
                })
                .build();
    }

    @Override
    public Integer call() {
        line.usage(line.getOut());
        return Exit.USAGE;
    }
}
