package dev.kinprint.trace;

import dev.kinprint.fault.OperatorError;
import picocli.CommandLine.Option;

/** What counts as a sign. */
final class RuleOptions {
    @Option(
            names = "--min-exchanges",
            paramLabel = "N",
            defaultValue = "10",
            description = "Accounts with fewer are not looked at. Default: 10.")
    private int exchanges = SignRules.DEFAULT.exchanges();

    @Option(
            names = "--template-prompts",
            paramLabel = "N",
            defaultValue = "5",
            description = "So many different near-duplicate prompts of one account are a template. Default: 5.")
    private int prompts = SignRules.DEFAULT.promptsOfTemplate();

    @Option(
            names = "--template-share",
            paramLabel = "PART",
            defaultValue = "0.25",
            description = "And they are at least this part of its prompts. Default: 0.25.")
    private double share = SignRules.DEFAULT.shareOfTemplate();

    @Option(
            names = "--template-accounts",
            paramLabel = "N",
            defaultValue = "3",
            description = "So many accounts with one template make a cluster. Default: 3.")
    private int accounts = SignRules.DEFAULT.accountsOfTemplate();

    @Option(
            names = "--common",
            paramLabel = "PART",
            defaultValue = "0.25",
            description = "A template of more than this part of all accounts is common knowledge. Default: 0.25.")
    private double common = SignRules.DEFAULT.commonShare();

    @Option(
            names = "--flag",
            paramLabel = "DIGITS",
            defaultValue = "4",
            description =
                    "Clustered accounts from this combined sign on are flagged: 4 where the base rates multiply to"
                            + " 0.0001. Default: 4.")
    private double flag = SignRules.DEFAULT.flag();

    SignRules rules() {
        try {
            return new SignRules(exchanges, prompts, share, accounts, common, flag);
        } catch (IllegalArgumentException e) {
            throw OperatorError.usage(
                    "A rule is out of its range", "kinprint-trace", String.valueOf(e.getMessage()), "See --help.");
        }
    }
}
