package dev.kinprint.suite;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells text that looks like an API key, so that it is refused before any message could print it. */
final class KeyLiteral {
    /** Beginnings that vendors give their keys, each followed by enough characters to be one. */
    private static final Pattern PREFIXED =
            Pattern.compile("(?:sk-|sk_|rk_|pk_|xai-|gsk_|hf_|r8_|nvapi-|ghp_|gho_|github_pat_|glpat-|xoxb-|xoxp-|AIza|"
                    + "AKIA|ASIA|ABSK|bedrock-api-key-|eyJ)[A-Za-z0-9_+/=.-]{12}");

    private static final Pattern BEARER = Pattern.compile("[Bb]earer [A-Za-z0-9_+/=.-]{12}");
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9]{32}");

    /** Keys whose values may hold a long run of letters and digits that is no secret: a digest, or prose. */
    private static final Set<String> DIGESTS = Set.of("model", "base", "baseUrl");

    private KeyLiteral() {}

    /** Whether the text holds something with the known shape of a key. */
    static boolean within(String text) {
        return startsAtBoundary(text) || BEARER.matcher(text).find() || mixedRun(text);
    }

    /** Whether the value of a key of the file looks like an API key. */
    static boolean within(String key, String value) {
        return DIGESTS.contains(key)
                ? startsAtBoundary(value) || BEARER.matcher(value).find()
                : within(value);
    }

    private static boolean startsAtBoundary(String text) {
        var match = PREFIXED.matcher(text);
        while (match.find()) {
            // "task-…" and "risk_…" are words; a key begins a value or follows a character that no key holds.
            if (match.start() == 0 || !Character.isLetterOrDigit(text.charAt(match.start() - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean mixedRun(String text) {
        var match = RUN.matcher(text);
        while (match.find()) {
            long digits = match.group().chars().filter(Character::isDigit).count();
            if (digits >= 3 && digits <= 29) {
                return true;
            }
        }
        return false;
    }
}
