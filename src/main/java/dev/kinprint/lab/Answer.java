package dev.kinprint.lab;

import java.util.List;
import java.util.Optional;

/**
 * An answer with what an API says about it.
 *
 * @param text the answer
 * @param end why it ends
 * @param stop the string before which it ends, where it does
 * @param inputTokens what was read
 * @param outputTokens what was written
 */
record Answer(String text, End end, Optional<String> stop, int inputTokens, int outputTokens) {
    /** Why an answer ends. */
    enum End {
        /** The model was done. */
        DONE,
        /** The next words were one of the client's stop strings. */
        STOP,
        /** The token limit cut it. */
        LIMIT
    }

    /** Cuts a full answer as the request wants it. Tokens are words, marks and line ends of the lab's own count. */
    static Answer to(Ask ask, String full) {
        Optional<String> stop = Optional.empty();
        String text = full;
        for (String candidate : ask.stops()) {
            int at = text.indexOf(candidate);
            if (at >= 0) {
                text = text.substring(0, at);
                stop = Optional.of(candidate);
            }
        }
        List<String> tokens = Vocabulary.split(text);
        int limit = (int) Math.min(tokens.size(), ask.limit().orElse((long) tokens.size()));
        boolean cut = limit < tokens.size();
        return new Answer(
                cut ? String.join("", tokens.subList(0, limit)) : text,
                cut ? End.LIMIT : stop.isPresent() ? End.STOP : End.DONE,
                cut ? Optional.empty() : stop,
                inputTokens(ask.conversation()),
                limit);
    }

    private static int inputTokens(Conversation conversation) {
        int sum = Vocabulary.split(conversation.system()).size();
        for (Conversation.Turn turn : conversation.turns()) {
            // A turn costs its role and two marks around it.
            sum += 3 + Vocabulary.split(turn.text()).size();
        }
        return sum;
    }
}
