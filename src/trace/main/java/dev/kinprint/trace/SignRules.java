package dev.kinprint.trace;

/**
 * What counts as a sign of a harvest. Every number can be set, and the page prints them.
 *
 * @param exchanges an account with fewer exchanges is not looked at; at least 3
 * @param promptsOfTemplate so many different prompts of one account under one key make it lean on a template
 * @param shareOfTemplate and so large a part of its prompts has to be under that key; in [0, 1]
 * @param accountsOfTemplate so many accounts that lean on one key share a template; at least 2
 * @param commonShare a key on which more than this part of all accounts leans is common knowledge; in (0, 1]
 * @param flag an account in a cluster whose combined sign reaches this is flagged; in decimal digits, above 0
 */
record SignRules(
        int exchanges,
        int promptsOfTemplate,
        double shareOfTemplate,
        int accountsOfTemplate,
        double commonShare,
        double flag) {
    /** What holds where nothing else is said. */
    static final SignRules DEFAULT = new SignRules(10, 5, 0.25, 3, 0.25, 4);

    /** Checks the ranges. */
    SignRules {
        if (exchanges < 3 || promptsOfTemplate < 2 || accountsOfTemplate < 2) {
            throw new IllegalArgumentException("exchanges, promptsOfTemplate, accountsOfTemplate: " + exchanges + ", "
                    + promptsOfTemplate + ", " + accountsOfTemplate + " are below 3, 2 and 2");
        }
        if (!(commonShare > 0 && commonShare <= 1) || !(flag > 0) || !(shareOfTemplate >= 0 && shareOfTemplate <= 1)) {
            throw new IllegalArgumentException(
                    "commonShare, flag, shareOfTemplate: " + commonShare + ", " + flag + ", " + shareOfTemplate);
        }
    }
}
