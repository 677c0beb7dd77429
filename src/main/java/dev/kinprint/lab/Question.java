package dev.kinprint.lab;

import java.util.List;
import java.util.Optional;

/**
 * What a model is asked, as the lab's models understand it.
 *
 * @param hash stands for the whole conversation, without the system prompt
 * @param kind what kind of answer it calls for
 * @param topic what it is about, in words of the question
 * @param focus one word of the topic
 * @param field the field that knows most about it
 * @param picks what there is to choose from; empty where nothing is, or where it is to be invented
 * @param picked the name of what is to be chosen
 * @param answer the right answer of a calculation
 * @param brief whether a short answer is wanted
 * @param formal whether the result is wanted once more in a last line of its own
 */
record Question(
        long hash,
        Kind kind,
        String topic,
        String focus,
        Field field,
        List<String> picks,
        String picked,
        Optional<Long> answer,
        boolean brief,
        boolean formal) {

    /** The kinds of answers. */
    enum Kind {
        /** Advice or an explanation. */
        ADVICE,
        /** A story with invented names. */
        STORY,
        /** Advice that some models decline to give. */
        CONTESTED,
        /** One word, number or name. */
        CHOICE,
        /** A result. */
        KEYED,
        /** Who the model is. */
        IDENTITY
    }

    Question {
        picks = List.copyOf(picks);
    }

    /** What a language model conditions on beside the words: the kind, and the field or what is to be chosen. */
    String theme() {
        return switch (kind) {
            case CHOICE -> "choice:" + picked;
            case ADVICE, CONTESTED -> "advice:" + field.name();
            case STORY, KEYED, IDENTITY -> kind.name();
        };
    }
}
