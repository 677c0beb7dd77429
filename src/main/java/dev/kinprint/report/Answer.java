package dev.kinprint.report;

import java.util.List;

/**
 * The answer for one suspect, in words.
 *
 * @param suspect the model under question
 * @param sentence one sentence in the fixed vocabulary
 * @param alternatives what could also explain the findings, each a plain sentence
 */
public record Answer(String suspect, String sentence, List<String> alternatives) {
    /** Copies the list. */
    public Answer {
        alternatives = List.copyOf(alternatives);
    }
}
