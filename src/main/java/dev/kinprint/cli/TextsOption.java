package dev.kinprint.cli;

import picocli.CommandLine.Option;

/** Whether a report shows what models said. */
final class TextsOption {
    @Option(
            names = "--no-text",
            description = "Leave what models said out of the page and of every file; hashes stand for it.")
    private boolean hidden;

    boolean shown() {
        return !hidden;
    }
}
