package dev.kinprint.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Texts side by side for one question. All texts are hostile.
 *
 * @param question the question's id
 * @param prompt what was asked
 * @param rule why this question was chosen, a plain phrase
 * @param suspect the model under question
 * @param text its text
 * @param candidate the candidate's text beside it
 * @param stranger the nearest text of an unrelated model, so that readers see how similar strangers are
 */
public record Exhibit(
        String question,
        String prompt,
        String rule,
        String suspect,
        String text,
        Other candidate,
        Optional<Other> stranger) {

    /**
     * A text beside the suspect's.
     *
     * @param member whose text it is
     * @param text the text
     * @param shared the spans that it shares with the suspect's text
     * @param similarity similarity to the suspect's text, by measure
     */
    public record Other(String member, String text, List<Span> shared, SortedMap<String, Double> similarity) {
        /** Refuses spans beyond the text and numbers that are not finite. */
        public Other {
            shared = List.copyOf(shared);
            similarity = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Double>) similarity));
            for (Span span : shared) {
                if (span.otherEnd() > text.length()) {
                    throw new IllegalArgumentException(
                            "shared: " + span + " ends after the " + text.length() + " characters of " + member);
                }
            }
            if (similarity.values().stream().anyMatch(value -> !Double.isFinite(value))) {
                throw new IllegalArgumentException("similarity: a number of " + member + " is not finite");
            }
        }
    }

    /**
     * A span that two texts share, in UTF-16 code units; the ends lie after the last one.
     *
     * @param start where it starts in the suspect's text
     * @param end where it ends there
     * @param otherStart where it starts in the other text
     * @param otherEnd where it ends there
     */
    public record Span(int start, int end, int otherStart, int otherEnd) {
        /** Refuses empty and negative spans. */
        public Span {
            if (start < 0 || end <= start || otherStart < 0 || otherEnd <= otherStart) {
                throw new IllegalArgumentException("span: [" + start + ", " + end + ") and [" + otherStart + ", "
                        + otherEnd + ") must start at 0 or later and hold a character");
            }
        }
    }

    /** Refuses spans beyond the suspect's text. */
    public Exhibit {
        check(text, candidate);
        stranger.ifPresent(other -> check(text, other));
    }

    private static void check(String text, Other other) {
        for (Span span : other.shared()) {
            if (span.end() > text.length()) {
                throw new IllegalArgumentException(
                        "shared: " + span + " ends after the " + text.length() + " characters of the suspect's text");
            }
        }
    }
}
