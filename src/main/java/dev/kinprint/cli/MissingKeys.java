package dev.kinprint.cli;

import dev.kinprint.provider.KeyRule;
import dev.kinprint.provider.Profile;
import dev.kinprint.provider.Profiles;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Lets a plan be made where keys are not set yet: nothing is sent, so any text will do for a key.
 *
 * @param names variables that a run needs and that are not set
 * @param environment the environment, with something in the place of these
 */
record MissingKeys(Set<String> names, Function<String, Optional<String>> environment) {
    private static final String PLACEHOLDER = "none-is-set-yet";

    static MissingKeys of(Audit audit, Function<String, Optional<String>> environment) {
        Set<String> missing = new TreeSet<>();
        for (Subject subject : audit.models()) {
            Optional<KeyRule> rule = Profiles.find(subject.provider()).flatMap(Profile::key);
            if (rule.isEmpty()
                    || subject.local()
                    || (rule.get().optional() && subject.keyEnv().isEmpty())) {
                continue;
            }
            List<String> names =
                    subject.keyEnv().map(List::of).orElse(rule.get().env());
            if (names.stream().noneMatch(name -> set(environment, name))) {
                missing.add(names.get(0));
            }
        }
        return new MissingKeys(
                missing, name -> missing.contains(name) ? Optional.of(PLACEHOLDER) : environment.apply(name));
    }

    private static boolean set(Function<String, Optional<String>> environment, String name) {
        return environment.apply(name).filter(value -> !value.isBlank()).isPresent();
    }
}
