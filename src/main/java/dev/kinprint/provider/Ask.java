package dev.kinprint.provider;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A question to a model, in no vendor's words.
 *
 * @param model the model name that is sent
 * @param messages the conversation; the last turn is the user's
 * @param maxTokens the token limit of the answer, at least 1
 * @param params sampling parameters by their neutral names, such as temperature and topP
 */
public record Ask(String model, List<Message> messages, int maxTokens, SortedMap<String, String> params) {
    /** Refuses a blank model, a conversation that does not end with the user, and a limit under 1. */
    public Ask {
        messages = List.copyOf(messages);
        params = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) params));
        if (model.isBlank()) {
            throw new IllegalArgumentException("model: blank");
        }
        if (messages.isEmpty() || !messages.get(messages.size() - 1).fromUser()) {
            throw new IllegalArgumentException("messages: the last turn must be the user's");
        }
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens: " + maxTokens);
        }
    }
}
