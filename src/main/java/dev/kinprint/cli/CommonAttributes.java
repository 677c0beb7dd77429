package dev.kinprint.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** What the help of all commands has in common, and the options for help and version. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 80,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all went well",
            "1:a gate failed, or something has changed",
            "2:wrong usage or configuration",
            "3:too little data for an answer",
            "4:stored bytes are not what they were",
            "5:a vendor does not let us in, or lets us no further",
            "6:budget, calls or time are used up; the same command goes on",
            "70:internal error, or a machine that fails",
            "75:another process holds the run",
            "130:interrupted"
        })
final class CommonAttributes {
    private CommonAttributes() {}

    /** Gives them to a command and to the commands below it. */
    static void addTo(CommandLine command) {
        command.getCommandSpec().addMixin("common", CommandSpec.forAnnotatedObject(new CommonAttributes()));
        command.getSubcommands().values().forEach(CommonAttributes::addTo);
    }
}
