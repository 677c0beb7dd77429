package dev.kinprint.suite;

import java.util.Locale;
import java.util.Set;

/** Names of subjects, probes and runs: safe in a file name, a table and a shell. */
public final class Ids {
    private static final int LONGEST = 128;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final Set<String> PORTS = Set.of("com", "lpt");

    private Ids() {}

    /**
     * Whether a text is an id: 1 to 128 of ASCII letters, digits, dot, dash and underscore, the first a letter or a
     * digit, the last no dot, and no device name of Windows, with or without an ending.
     */
    public static boolean valid(String id) {
        if (id.isEmpty() || id.length() > LONGEST || id.endsWith(".") || device(id)) {
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

    /** Windows takes {@code con.txt} and {@code COM1} for devices, in any folder. */
    private static boolean device(String id) {
        int dot = id.indexOf('.');
        String stem = (dot < 0 ? id : id.substring(0, dot)).toLowerCase(Locale.ROOT);
        return DEVICES.contains(stem)
                || (stem.length() == 4 && PORTS.contains(stem.substring(0, 3)) && Character.isDigit(stem.charAt(3)));
    }

    static void check(String field, String id) {
        if (!valid(id)) {
            throw new IllegalArgumentException(field + ": not a valid id (1 to 128 of letters, digits, . - _)");
        }
    }
}
