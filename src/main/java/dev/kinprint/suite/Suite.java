package dev.kinprint.suite;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A fixed set of probes.
 *
 * @param id its name
 * @param version raised with every change of a probe
 * @param probes in the order of the file
 */
public record Suite(String id, String version, List<Probe> probes) {
    /** Refuses an empty suite and a probe id that stands twice. */
    public Suite {
        Ids.check("id", id);
        probes = List.copyOf(probes);
        if (probes.isEmpty()) {
            throw new IllegalArgumentException("probes: suite " + id + " is empty");
        }
        Set<String> seen = new HashSet<>();
        for (Probe probe : probes) {
            if (!seen.add(probe.id())) {
                throw new IllegalArgumentException("probes: " + probe.id() + " stands twice in suite " + id);
            }
        }
    }
}
