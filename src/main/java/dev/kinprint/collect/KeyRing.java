package dev.kinprint.collect;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.provider.KeyRule;
import dev.kinprint.provider.Profile;
import dev.kinprint.provider.Profiles;
import dev.kinprint.suite.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds keys in the environment, and lets each go only to the hosts that it belongs to. */
final class KeyRing {
    private final PlanOptions options;
    private final Map<String, Secret> found = new TreeMap<>();

    KeyRing(PlanOptions options) {
        this.options = options;
    }

    /** Every key that was found. */
    Collection<Secret> secrets() {
        return List.copyOf(found.values());
    }

    /**
     * The header that identifies the sender to a model.
     *
     * @throws OperatorError where a key is missing, or may not go there
     */
    Optional<Parcel.KeyHeader> header(Subject subject, Profile profile, Destination to) {
        Optional<KeyRule> needed = profile.key();
        if (needed.isEmpty() || subject.local()) {
            return needed.map(rule -> new Parcel.KeyHeader(rule.header(), rule.prefix(), Optional.empty()));
        }
        KeyRule rule = needed.get();
        List<String> names = subject.keyEnv().map(List::of).orElse(rule.env());
        for (String name : names) {
            Optional<String> value = options.environment().apply(name).filter(text -> !text.isBlank());
            if (value.isPresent()) {
                bind(name, subject, profile, to);
                Secret secret = found.computeIfAbsent(name, key -> Secret.of(key, value.get()));
                return Optional.of(new Parcel.KeyHeader(rule.header(), rule.prefix(), Optional.of(secret)));
            }
        }
        if (rule.optional() && subject.keyEnv().isEmpty()) {
            return Optional.empty();
        }
        throw new OperatorError(
                OperatorError.Kind.AUTHENTICATION,
                "There is no key for " + profile.title(),
                subject.id() + " (" + profile.id() + "/" + subject.model() + ")",
                "the environment variable " + String.join(" or ", names) + " is not set",
                "Set it, and give the same command again.");
    }

    /** A file from elsewhere may name any variable and any host: a vendor's key goes to that vendor alone. */
    private void bind(String name, Subject subject, Profile profile, Destination to) {
        List<Profile> owners = Profiles.all().stream()
                .filter(other -> !other.hosts().isEmpty())
                .filter(other ->
                        other.key().map(rule -> rule.env().contains(name)).orElse(false))
                .toList();
        boolean own = owners.isEmpty()
                ? profile.hosts().isEmpty() || profile.owns(to.host())
                : owners.stream().anyMatch(owner -> owner.owns(to.host()));
        if (!own && !options.keyHosts().contains(to.host())) {
            throw OperatorError.usage(
                    "The key in " + name + " may not be sent to " + to.host(),
                    subject.id() + " (" + profile.id() + "/" + subject.model() + ")",
                    "it belongs to other hosts",
                    "If you mean it: --allow-key-host " + to.host());
        }
    }
}
