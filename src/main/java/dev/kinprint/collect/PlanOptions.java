package dev.kinprint.collect;

import dev.kinprint.provider.Pace;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a plan takes from the command line and the environment, rather than from the audit file.
 *
 * @param lenientParams whether a parameter that a vendor does not take is left out and listed, rather than an error
 * @param paces by provider, what it may take in a minute, instead of what its profile says
 * @param keyHosts hosts that keys may be sent to besides their vendors' own
 * @param environment finds the value of an environment variable
 */
public record PlanOptions(
        boolean lenientParams,
        Map<String, Pace> paces,
        Set<String> keyHosts,
        Function<String, Optional<String>> environment) {
    /** Copies the collections. */
    public PlanOptions {
        paces = Map.copyOf(paces);
        keyHosts = Set.copyOf(keyHosts);
    }
}
