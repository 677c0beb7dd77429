package dev.kinprint.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the help of all commands has in common, and the options for help and version. They are made without annotations,
 * which take longer to read than the help takes to print.
 */
final class CommonAttributes {
    private static final int WIDTH = 80;

    private CommonAttributes() {}

    /** Gives them to a command and to the commands below it. */
    static void addTo(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.versionProvider(new Version());
        spec.usageMessage()
                .width(WIDTH)
                .sortOptions(false)
                .footerHeading("%nExamples:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes());
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
        for (CommandLine below : command.getSubcommands().values()) {
            addTo(below);
        }
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "all went well");
        codes.put("1", "a gate failed, or something has changed");
        codes.put("2", "wrong usage or configuration");
        codes.put("3", "too little data for an answer");
        codes.put("4", "stored bytes are not what they were");
        codes.put("5", "a vendor does not let us in, or lets us no further");
        codes.put("6", "budget, calls or time are used up; the same command goes on");
        codes.put("70", "internal error, or a machine that fails");
        codes.put("75", "another process holds the run");
        codes.put("130", "interrupted");
        return codes;
    }
}
