package dev.kinprint.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Gives {@code --json} to every command that has none of its own. */
final class JsonOption {
    private static final String NAME = "--json";

    private JsonOption() {}

    static void addTo(CommandLine command, Console console) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.findOption(NAME) == null) {
            spec.addOption(OptionSpec.builder(NAME)
                    .paramLabel("FILE")
                    .type(String.class)
                    .description("Write the answer as one JSON document instead; - for the standard output.")
                    .setter(new ISetter() {
                        @Override
                        public <T> T set(T value) {
                            if (value instanceof String target) {
                                console.json(target);
                            }
                            return value;
                        }
                    })
                    .build());
        }
        command.getSubcommands().values().forEach(sub -> addTo(sub, console));
    }
}
