package dev.kinprint.trace;

import dev.kinprint.fault.OperatorError;
import picocli.CommandLine.Option;

/** How many prompts are drawn, and which may be. */
final class DrawOptions {
    @Option(names = "--n", paramLabel = "N", defaultValue = "300", description = "How many probes. Default: 300.")
    private int probes = 300;

    @Option(
            names = "--per-account",
            paramLabel = "N",
            defaultValue = "12",
            description = "Probes of one account. Where a suspect saw a third of an account, four of its exchanges"
                    + " cannot show it and twelve can; fewer let more accounts be judged. Default: 12.")
    private int perAccount = 12;

    @Option(
            names = "--min-answer",
            paramLabel = "CHARS",
            defaultValue = "100",
            description = "Logged answers shorter than this are not used. Default: 100.")
    private int shortest = 100;

    @Option(
            names = "--max-prompt",
            paramLabel = "CHARS",
            defaultValue = "2000",
            description = "Longer prompts are not used. Default: 2000.")
    private int longest = 2_000;

    DrawRules rules(long seed) {
        try {
            return new DrawRules(probes, perAccount, shortest, longest, seed);
        } catch (IllegalArgumentException e) {
            throw OperatorError.usage(
                    "A number is out of its range", "kinprint-trace", String.valueOf(e.getMessage()), "See --help.");
        }
    }
}
