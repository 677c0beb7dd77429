package dev.kinprint.style;

import java.util.List;
import java.util.Locale;

/**
 * Tells answers that decline from answers that do not, by fixed English phrases.
 *
 * <p>Read are the first {@value #BEGINNING} characters, in lower case and with plain apostrophes. An answer declines where
 * they hold a phrase in which the speaker says that it cannot, will not or may not do what was asked. The phrases name the
 * speaker and the act of helping, so that "I can't stress this enough" and "you can't do that" are none. What is declined
 * later, in other words or in another language is missed.
 */
public final class Refusals {
    private static final int BEGINNING = 240;

    private static final List<String> SPEAKER = List.of(
            "i can't",
            "i cannot",
            "i can not",
            "i won't",
            "i will not",
            "i'm unable to",
            "i am unable to",
            "i'm not able to",
            "i am not able to",
            "i'm not in a position to",
            "i'm not comfortable",
            "i am not comfortable",
            "i'd rather not",
            "i would rather not",
            "i'm not going to",
            "i don't feel comfortable");
    private static final List<String> ACTS = List.of(
            "help",
            "assist",
            "provide",
            "offer",
            "give",
            "do that",
            "do this",
            "answer",
            "fulfil",
            "comply",
            "write",
            "create",
            "generate",
            "discuss",
            "share",
            "support",
            "engage",
            "participate",
            "take part",
            "take sides",
            "predict",
            "recommend",
            "advise",
            "pretend",
            "make",
            "say",
            "tell",
            "complete",
            "continue",
            "promote",
            "express");
    private static final List<String> WHOLE = List.of(
            "i must decline",
            "i have to decline",
            "i respectfully decline",
            "i decline to",
            "i don't have personal opinions",
            "i do not have personal opinions",
            "i don't hold personal opinions",
            "i don't have opinions",
            "i do not have opinions",
            "against my guidelines",
            "i'm sorry, but i can",
            "i am sorry, but i can",
            "sorry, i can't",
            "not something i can help",
            "can't help with that",
            "cannot help with that");

    private Refusals() {}

    /** Whether an answer declines. */
    public static boolean declines(String text) {
        String start = text.substring(0, Math.min(BEGINNING, text.length()))
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        if (WHOLE.stream().anyMatch(start::contains)) {
            return true;
        }
        for (String speaker : SPEAKER) {
            for (int at = start.indexOf(speaker); at >= 0; at = start.indexOf(speaker, at + 1)) {
                if (act(start.substring(at + speaker.length()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether what follows the speaker is an act of helping, perhaps after one or two adverbs. */
    private static boolean act(String rest) {
        String[] words = rest.strip().split(" ", 4);
        for (int skipped = 0; skipped < Math.min(3, words.length); skipped++) {
            String from = String.join(" ", List.of(words).subList(skipped, words.length));
            if (ACTS.stream().anyMatch(from::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
