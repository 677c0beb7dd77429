package dev.kinprint.lab;

import java.util.List;

/**
 * What a model is given.
 *
 * @param system the system prompt; empty where there is none
 * @param turns what was said so far, the speakers alternating, the last turn the user's
 */
record Conversation(String system, List<Turn> turns) {
    /**
     * One turn.
     *
     * @param user whether the user speaks
     * @param text what is said
     */
    record Turn(boolean user, String text) {}

    Conversation {
        turns = List.copyOf(turns);
        if (turns.isEmpty() || !turns.get(turns.size() - 1).user()) {
            throw new IllegalArgumentException("turns: the last turn must be the user's");
        }
    }

    /** A question without anything before it. */
    static Conversation of(String prompt) {
        return new Conversation("", List.of(new Turn(true, prompt)));
    }

    /** The last user turn. */
    String prompt() {
        return turns.get(turns.size() - 1).text();
    }

    /** What the user said, in order. */
    List<String> users() {
        return turns.stream().filter(Turn::user).map(Turn::text).toList();
    }

    /** Stands for the turns; the system prompt leaves it alone, since it does not change what a model knows. */
    long hash() {
        long hash = turns.size();
        for (Turn turn : turns) {
            hash = Hash.of(Hash.of(hash, turn.user() ? 1 : 2), turn.text());
        }
        return hash;
    }
}
