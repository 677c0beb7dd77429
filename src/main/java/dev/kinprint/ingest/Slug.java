package dev.kinprint.ingest;

import dev.kinprint.archive.Bytes;
import dev.kinprint.suite.Ids;

/**
 * Makes an id from a name of another world. A name that is an id stays as it is. In any other, each run of characters
 * that are no ASCII letters, digits, dashes or underscores becomes one dash, dashes and underscores at the ends go, at
 * most 100 characters stay, and a dash and the first eight hexadecimal digits of the name's SHA-256 follow, so that
 * different names stay different.
 */
final class Slug {
    private static final int LONGEST = 100;
    private static final int DIGITS = 8;

    private Slug() {}

    static String of(String name) {
        if (Ids.valid(name)) {
            return name;
        }
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < name.length() && kept.length() < LONGEST; i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (plain || (c == '_' && !kept.isEmpty())) {
                kept.append(c);
            } else if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != '-') {
                kept.append('-');
            }
        }
        while (!kept.isEmpty() && "-_".indexOf(kept.charAt(kept.length() - 1)) >= 0) {
            kept.setLength(kept.length() - 1);
        }
        return (kept.isEmpty() ? "x" : kept) + "-" + Bytes.utf8(name).sha256().substring(0, DIGITS);
    }
}
