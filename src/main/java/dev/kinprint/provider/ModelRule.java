package dev.kinprint.provider;

import java.util.List;
import java.util.Locale;

/**
 * What is special about the parameters of some models of a vendor.
 *
 * @param prefixes how the names of these models begin, in lower case; an empty one covers all
 * @param without neutral names of parameters that they refuse
 * @param idle neutral names of parameters that they take and pay no heed to
 * @param apart neutral names of parameters of which they take one at most
 * @param why the reason, for a message
 */
public record ModelRule(
        List<String> prefixes, List<String> without, List<String> idle, List<String> apart, String why) {
    /** Copies the lists. */
    public ModelRule {
        prefixes = List.copyOf(prefixes);
        without = List.copyOf(without);
        idle = List.copyOf(idle);
        apart = List.copyOf(apart);
    }

    /** Whether a model is one of these; a path before its name, as routers write it, does not count. */
    boolean covers(String model) {
        String name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
