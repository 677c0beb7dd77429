package dev.kinprint.trace;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Keeps prompts with personal or secret marks out of a probe set, because probes are sent to a stranger. It knows marks
 * with a form: addresses, keys, long numbers. It does not know names; a person has to read a probe set before it is
 * sent.
 */
final class Privacy {
    private static final Map<String, Pattern> MARKS = new TreeMap<>(Map.of(
            "an e-mail address",
                    Pattern.compile(
                            "[\\p{L}\\p{N}._%+-]{1,64}\\s?(?:@|\\(at\\)|\\[at\\])\\s?[\\p{L}\\p{N}-]{1,63}\\.[\\p{L}]"),
            "a handle", Pattern.compile("(?:^|\\s)@[\\p{L}\\p{N}_]{3,}"),
            "a long number", Pattern.compile("\\p{Nd}(?:[ ./()-]{0,2}\\p{Nd}){5,}"),
            "an address of the network",
                    Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]{1,20}://|\\bwww\\.|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b"),
            "a key",
                    Pattern.compile(
                            "(?i)\\b(?:sk|pk|rk|api|key|ghp|gho|xox[abp]|glpat|hf)[_-][a-z0-9_-]{8,}|\\bAKIA[0-9A-Z]{12,}|-----BEGIN"
                                    + " |\\beyJ[a-z0-9_-]{10,}"),
            "a password",
                    Pattern.compile(
                            "(?i)\\b(?:password|passwd|passwort|secret|token|bearer)\\b\\s*(?:is|:|=)?\\s*\\S{0,40}\\d"),
            "a long string of letters and digits", Pattern.compile("(?=[A-Za-z+/_=-]{0,19}[0-9])[A-Za-z0-9+/_=-]{20}"),
            "an account of a bank", Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,}")));

    private Privacy() {}

    /** What the prompt must be kept back for; empty where no mark is found. */
    static Optional<String> mark(String prompt) {
        return MARKS.entrySet().stream()
                .filter(mark -> mark.getValue().matcher(prompt).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
