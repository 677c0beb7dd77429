package dev.kinprint.suite;

import java.util.List;
import java.util.Optional;

/**
 * One fixed question put to every model.
 *
 * @param id unique in its suite; letters, digits, dot, dash and underscore
 * @param category what kind of evidence it is asked for
 * @param language BCP 47 tag of the language of the question
 * @param why one sentence: why it is in the suite
 * @param turns the conversation so far: the user's and the assistant's by turns, the user's first and last
 * @param maxTokens the token limit of an answer
 * @param samples how often it is asked of each model, unless the audit says otherwise
 * @param answer the right answer, where there is one
 */
public record Probe(
        String id,
        Category category,
        String language,
        String why,
        List<Turn> turns,
        int maxTokens,
        int samples,
        Optional<String> answer) {

    /** What kind of evidence a probe is asked for. */
    public enum Category {
        /** Open advice and explanation. */
        OPEN,
        /** Creative writing with invented names. */
        CREATIVE,
        /** One word, number or name, asked many times. */
        CHOICE,
        /** Harmless requests that some models decline. */
        CONTESTED,
        /** Reasoning in words. */
        REASONING,
        /** Hard questions with an answer key. */
        KEYED,
        /** A script of two user turns, with an assistant turn between them that was written beforehand. */
        SCRIPT,
        /** Who are you? */
        IDENTITY,
        /** Another language than English. */
        LANGUAGE,
        /** Short questions whose answers vary much between samples. */
        SAMENESS,
        /** Taken from outputs made elsewhere. */
        IMPORTED
    }

    /** Checks ranges and that the turns alternate, the user's first and last. */
    public Probe {
        Ids.check("id", id);
        turns = List.copyOf(turns);
        if (turns.size() % 2 == 0) {
            throw new IllegalArgumentException("turns: the last turn of probe " + id + " must be the user's");
        }
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).role() != (i % 2 == 0 ? Turn.Speaker.USER : Turn.Speaker.ASSISTANT)) {
                throw new IllegalArgumentException("turns: turn " + i + " of probe " + id + " is out of order");
            }
        }
        if (maxTokens < 1 || samples < 1) {
            throw new IllegalArgumentException("probe " + id + ": maxTokens and samples must be at least 1");
        }
    }

    /** The last user turn: what an answer answers. */
    public String prompt() {
        return turns.get(turns.size() - 1).text();
    }
}
