package dev.kinprint.style;

import java.util.Set;
import java.util.TreeSet;

/** The names and other capitalised terms of a text. */
public final class Names {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 80;

    private Names() {}

    /**
     * The different runs of capitalised words that do not begin a sentence, a line or a list item: "the lake
     * of Vel Andra" holds "Vel Andra". Runs of fewer than {@value #SHORTEST} characters are passed over, and longer ones
     * are cut at {@value #LONGEST}.
     */
    public static Set<String> of(String text) {
        return plain(Wording.plain(text));
    }

    private static Set<String> plain(String text) {
        Set<String> found = new TreeSet<>();
        StringBuilder run = new StringBuilder();
        boolean starts = true;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Character.isLetterOrDigit(c)) {
                int end = at;
                while (end < text.length() && inWord(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                if (Character.isUpperCase(c) && !starts) {
                    run.append(run.length() == 0 ? "" : " ").append(text, at, end);
                } else {
                    close(run, found);
                }
                starts = false;
                at = end;
                continue;
            }
            if (c != ' ') {
                close(run, found);
                // After these the next capital is one of spelling, not of a name.
                starts = starts || ".!?:;\n\"*#>|•-—([`".indexOf(c) >= 0;
            }
            at += Character.charCount(c);
        }
        close(run, found);
        return found;
    }

    private static boolean inWord(int c) {
        return Character.isLetterOrDigit(c) || c == '\'' || c == '-';
    }

    private static void close(StringBuilder run, Set<String> found) {
        if (run.length() >= SHORTEST) {
            found.add(run.substring(0, Math.min(LONGEST, run.length())));
        }
        run.setLength(0);
    }
}
