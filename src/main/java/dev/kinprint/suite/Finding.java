package dev.kinprint.suite;

import java.util.Optional;

/**
 * Something about a suite that is allowed but probably not meant.
 *
 * @param kind what it is
 * @param suite the id of the suite
 * @param probe the id of the probe, where it is about one
 * @param text one sentence that says what and what to do
 */
public record Finding(Kind kind, String suite, Optional<String> probe, String text) {
    /** What can be found. */
    public enum Kind {
        /** Two probes ask the same, but for case and white space. */
        DUPLICATE_PROMPT,
        /** The question is too short to fix what is asked. */
        SHORT_PROMPT,
        /** A probe of the kind that needs an answer key has none. */
        MISSING_ANSWER,
        /** The question has a key but does not say how the answer is to be marked. */
        UNMARKED_ANSWER,
        /** Too few samples for a spread. */
        FEW_SAMPLES,
        /** It asks for hidden instructions or reasoning, which vendors refuse. */
        HIDDEN_TEXT,
        /** One category makes up more than half of a mixed suite. */
        UNBALANCED
    }
}
