package dev.kinprint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sampling parameters of all models that were asked.
 *
 * @param params the parameters that were set for any model, the columns of the table
 * @param audited suspects and candidates
 * @param panel the other models
 */
record ParityView(List<String> params, List<Conduct.Settings> audited, List<Conduct.Settings> panel) {
    /** Every question has a limit of its own, which a model's replaces. */
    private static final String TOKENS = "maxOutputTokens";

    static ParityView of(Conduct conduct, Members members) {
        Set<String> params = new TreeSet<>();
        List<Conduct.Settings> audited = new ArrayList<>();
        List<Conduct.Settings> panel = new ArrayList<>();
        for (Conduct.Settings one : conduct.settings()) {
            params.addAll(one.requested().keySet());
            (members.audited(one.member()) ? audited : panel).add(one);
        }
        return new ParityView(List.copyOf(params), audited, panel);
    }

    boolean known() {
        return !audited.isEmpty() || !panel.isEmpty();
    }

    /** Whether all suspects and candidates were asked with the same parameters to the same effect. */
    boolean equal() {
        return audited.stream().map(Conduct.Settings::effective).distinct().count() <= 1;
    }

    /** The value that was asked for. */
    static String value(Conduct.Settings settings, String param) {
        return settings.requested()
                .getOrDefault(param, param.equals(TOKENS) ? "each question’s own" : "vendor’s default");
    }

    /** What became of it, where it is not simply sent. */
    static Optional<String> fate(Conduct.Settings settings, String param) {
        return Optional.ofNullable(settings.dropped().get(param))
                .map(why -> "not sent: " + why)
                .or(() -> Optional.ofNullable(settings.idle().get(param)).map(why -> "sent, no effect: " + why));
    }
}
