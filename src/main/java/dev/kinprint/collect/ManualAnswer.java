package dev.kinprint.collect;

import dev.kinprint.archive.CellKey;
import dev.kinprint.json.Json;

/**
 * An answer that a person brought.
 *
 * @param cell what it answers
 * @param words the words of the model
 * @param refused whether the model declined; the words are then no answer
 */
public record ManualAnswer(CellKey cell, String words, boolean refused) {
    /** Refuses a text that no archive could give back: half of a surrogate pair. */
    public ManualAnswer {
        if (words.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("words: half of a surrogate pair in the answer to " + cell);
        }
    }

    Json.Obj body() {
        return Json.object(refused ? "refusal" : "text", words);
    }
}
