package dev.kinprint.provider;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the parameters of an ask where the vendor wants them. */
final class Parameters {
    private Parameters() {}

    /**
     * Writes fixed members, the token limit, who shall run the model and the parameters into a body.
     *
     * @param lenient whether a parameter that the vendor does not take is left out, rather than an error
     * @return the parameters that were left out
     */
    static List<String> write(Profile profile, Ask ask, boolean lenient, Body body) {
        profile.fixed().forEach(body::set);
        body.set(profile.maxTokens(), ask.maxTokens());
        profile.upstream()
                .ifPresent(path ->
                        profile.split(ask.model()).upstream().ifPresent(runner -> body.set(path, List.of(runner))));
        List<String> dropped = new ArrayList<>();
        ask.params().forEach((name, value) -> {
            Optional<String> why = profile.refuses(ask.model(), name, ask.params());
            String path = profile.params().get(name);
            if (why.isEmpty() && path != null) {
                body.set(path, profile.words().containsKey(name) ? value : json(profile, ask, name, value));
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
        return number(value)
                .map(Json.Num::new)
                .orElseThrow(() -> OperatorError.usage(
                        "The parameter '" + name + "' is not a number",
                        profile.id() + "/" + ask.model(),
                        "its value has " + value.length() + " characters that make no number",
                        "Write a number."));
    }

    /** A number without zeros at its end; empty where the text is none. */
    static Optional<BigDecimal> number(String value) {
        try {
            return Optional.of(new BigDecimal(value).stripTrailingZeros());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
