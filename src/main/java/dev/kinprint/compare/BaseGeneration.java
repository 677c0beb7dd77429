package dev.kinprint.compare;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Brings declared base models to one name for each generation: sizes and tunings of one base are one base. */
final class BaseGeneration {
    private static final Set<String> TUNINGS = Set.of("instruct", "chat", "it", "hf", "base", "sft", "turbo");
    private static final Set<String> SAYS_NOTHING = Set.of("own", "proprietary", "ensemble", "unknown", "none", "");

    private BaseGeneration() {}

    /**
     * The generation that a declared base belongs to: lower case, without a maker's prefix, size, tuning and minor
     * version. The first LLaMA had no number, so {@code llama-7b} is {@code llama-1}.
     *
     * @return empty where the declaration names no base that could be shared
     */
    static Optional<String> of(String declared) {
        String name = declared.toLowerCase(Locale.ROOT).strip();
        if (name.startsWith("proprietary:")) {
            return Optional.empty();
        }
        name = beforeRemarks(name);
        name = name.substring(name.lastIndexOf('/') + 1);
        StringBuilder kept = new StringBuilder();
        for (String part : name.split("-", -1)) {
            if (part.isEmpty() || part.equals("meta") || TUNINGS.contains(part) || isSize(part) || isVersion(part)) {
                continue;
            }
            kept.append(kept.length() == 0 ? "" : "-").append(part);
        }
        String generation = kept.toString().equals("llama") ? "llama-1" : kept.toString();
        return SAYS_NOTHING.contains(generation) ? Optional.empty() : Optional.of(generation);
    }

    /** What stands before a bracket or a remark; "llama 2" is the name llama-2 and not a name with a remark. */
    private static String beforeRemarks(String name) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < name.length() && name.charAt(i) != '('; i++) {
            char c = name.charAt(i);
            boolean goesOn = i + 1 < name.length() && Character.isDigit(name.charAt(i + 1));
            if (c == ' ' && !goesOn) {
                break;
            }
            kept.append(c == ' ' ? '-' : c);
        }
        return kept.toString();
    }

    /** 7b, 1.5b, 8x7b. */
    private static boolean isSize(String part) {
        return part.length() > 1
                && part.endsWith("b")
                && Character.isDigit(part.charAt(0))
                && part.chars().limit(part.length() - 1L).allMatch(c -> Character.isDigit(c) || c == '.' || c == 'x');
    }

    /** v0.1, v2. */
    private static boolean isVersion(String part) {
        return part.length() > 1
                && part.charAt(0) == 'v'
                && part.chars().skip(1).allMatch(c -> Character.isDigit(c) || c == '.');
    }
}
