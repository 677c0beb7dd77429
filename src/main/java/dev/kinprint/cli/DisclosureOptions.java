package dev.kinprint.cli;

import dev.kinprint.report.Disclosure;
import picocli.CommandLine.Option;

/** How much a report tells. */
final class DisclosureOptions {
    @Option(
            names = "--no-text",
            description = "Leave what models said out of the page and of every file; hashes stand for it.")
    private boolean noText;

    @Option(
            names = "--mask-names",
            description = "Letters stand for the models in the page and in every file; the key is printed beside the"
                    + " progress and written nowhere. What models say may still name them: see --no-text.")
    private boolean maskNames;

    Disclosure tells() {
        return new Disclosure(!noText, !maskNames);
    }
}
