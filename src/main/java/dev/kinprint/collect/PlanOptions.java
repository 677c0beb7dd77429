package dev.kinprint.collect;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a plan takes from the command line and the environment, rather than from the audit file.
 *
 * @param lenientParams whether a parameter that a vendor does not take is left out and listed, rather than an error
 * @param keyHosts hosts that keys may be sent to besides their vendors' own
 * @param environment finds the value of an environment variable
 */
public record PlanOptions(boolean lenientParams, Set<String> keyHosts, Function<String, Optional<String>> environment) {
    /** Copies the hosts. */
    public PlanOptions {
        keyHosts = Set.copyOf(keyHosts);
    }
}
