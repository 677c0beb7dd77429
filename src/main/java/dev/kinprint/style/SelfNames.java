package dev.kinprint.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds in an answer that the speaker calls itself by the name of a lab or of one of its models. */
public final class SelfNames {
    /** Under which names models of well-known labs are known. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("openai", List.of("openai", "chatgpt", "gpt")),
            Map.entry("anthropic", List.of("anthropic", "claude")),
            Map.entry("google", List.of("google", "gemini", "bard", "gemma")),
            Map.entry("meta", List.of("meta", "llama")),
            Map.entry("mistral", List.of("mistral", "mixtral")),
            Map.entry("alibaba", List.of("alibaba", "qwen", "tongyi")),
            Map.entry("microsoft", List.of("microsoft", "phi", "copilot")),
            Map.entry("xai", List.of("xai", "grok")),
            Map.entry("cohere", List.of("cohere", "command")),
            Map.entry("moonshot", List.of("moonshot", "kimi")));

    private SelfNames() {}

    /**
     * Whether a text names one of the given labs or families, other than to deny it ("I am not ChatGPT").
     *
     * @param names labs or families as they are declared
     */
    public static boolean claims(String text, Collection<String> names) {
        List<String> words = words(text);
        List<List<String>> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(words(name));
            KNOWN.getOrDefault(name.toLowerCase(Locale.ROOT).strip(), List.of())
                    .forEach(known -> wanted.add(List.of(known)));
        }
        for (List<String> name : wanted) {
            for (int at = 0; !name.isEmpty() && at + name.size() <= words.size(); at++) {
                List<String> before = words.subList(Math.max(0, at - 4), at);
                boolean denied = before.contains("not") || before.contains("t") || before.contains("nor");
                if (words.subList(at, at + name.size()).equals(name) && !denied) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Tokens.scan(text, token -> {
            if (Character.isLetterOrDigit(token.codePointAt(0))) {
                words.addAll(Arrays.asList(token.split("_", -1)));
            }
        });
        return words;
    }
}
