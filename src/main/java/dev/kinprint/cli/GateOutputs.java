package dev.kinprint.cli;

import dev.kinprint.report.GateReport;
import dev.kinprint.report.GateReports;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the findings of a gate go. */
final class GateOutputs {
    @Option(names = "--junit", paramLabel = "FILE", description = "Write the findings as JUnit XML.")
    private Optional<Path> junit = Optional.empty();

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "Write a summary of at most 60 lines for a pull request.")
    private Optional<Path> markdown = Optional.empty();

    @Option(names = "--sarif", paramLabel = "FILE", description = "Write what did not pass as SARIF 2.1.0.")
    private Optional<Path> sarif = Optional.empty();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the findings as JSON; - for the standard output, instead of the lines for people.")
    private Optional<String> json = Optional.empty();

    /** Writes and prints the findings. */
    void write(GateReport report, Console console) {
        junit.ifPresent(file -> write(file, GateReports.junit(report)));
        markdown.ifPresent(file -> write(file, GateReports.markdown(report)));
        sarif.ifPresent(file -> write(file, GateReports.sarif(report, Version.number())));
        if (json.equals(Optional.of("-"))) {
            console.answer(GateReports.json(report).stripTrailing());
            return;
        }
        json.ifPresent(file -> write(Path.of(file), GateReports.json(report)));
        GateReports.lines(report).forEach(console::answer);
    }

    private static void write(Path file, String text) {
        TextFile.write(file, text, "the findings");
    }
}
