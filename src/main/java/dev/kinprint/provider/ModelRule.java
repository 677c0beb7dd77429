package dev.kinprint.provider;

import java.util.List;
import java.util.Locale;

/**
 * Parameters that some models of a vendor do not take.
 *
 * @param prefixes how the names of these models begin, in lower case; an empty one covers all
 * @param without the neutral names of the parameters
 * @param why the reason, for a message
 */
public record ModelRule(List<String> prefixes, List<String> without, String why) {
    /** Copies the lists. */
    public ModelRule {
        prefixes = List.copyOf(prefixes);
        without = List.copyOf(without);
    }

    boolean covers(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
