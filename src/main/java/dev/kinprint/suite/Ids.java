package dev.kinprint.suite;

import java.util.Locale;
import java.util.Set;

/** Names of subjects, probes and runs: safe in a file name, a table and a shell. */
public final class Ids {
    private static final int LONGEST = 128;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private Ids() {}

    /**
     * Whether a text is an id: 1 to 128 of ASCII letters, digits, dot, dash and underscore, the first a letter or a
     * digit, and no device name of Windows.
     */
    public static boolean valid(String id) {
        if (id.isEmpty() || id.length() > LONGEST || DEVICES.contains(id.toLowerCase(Locale.ROOT))) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && (i == 0 || (c != '.' && c != '-' && c != '_'))) {
                return false;
            }
        }
        return true;
    }

    static void check(String field, String id) {
        if (!valid(id)) {
            throw new IllegalArgumentException(field + ": not a valid id (1 to 128 of letters, digits, . - _)");
        }
    }
}
