package dev.kinprint.provider;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the parameters of an ask where the vendor wants them. */
final class Parameters {
    private static final Set<String> WORDS = Set.of("reasoningEffort");

    private Parameters() {}

    /**
     * Writes fixed members, the token limit and the parameters into a body.
     *
     * @param lenient whether a parameter that the vendor does not take is left out, rather than an error
     * @return the parameters that were left out
     */
    static List<String> write(Profile profile, Ask ask, boolean lenient, Body body) {
        profile.fixed().forEach(body::set);
        body.set(profile.maxTokens(), ask.maxTokens());
        List<String> dropped = new ArrayList<>();
        ask.params().forEach((name, value) -> {
            Optional<String> why = profile.refuses(ask.model(), name);
            String path = profile.params().get(name);
            if (why.isEmpty() && path != null) {
                body.set(path, json(profile, ask, name, value));
            } else if (lenient) {
                dropped.add(name);
            } else {
                throw OperatorError.usage(
                        "The parameter '" + name + "' cannot be sent",
                        profile.id() + "/" + ask.model(),
                        why.orElse(""),
                        "Set it to null for this model, or leave such parameters out with --lenient-params.");
            }
        });
        return dropped;
    }

    private static Object json(Profile profile, Ask ask, String name, String value) {
        if (WORDS.contains(name)) {
            return value;
        }
        try {
            return new Json.Num(new BigDecimal(value).stripTrailingZeros());
        } catch (NumberFormatException e) {
            throw OperatorError.usage(
                    "The parameter '" + name + "' is not a number",
                    profile.id() + "/" + ask.model(),
                    "its value has " + value.length() + " characters that make no number",
                    "Write a number.");
        }
    }
}
