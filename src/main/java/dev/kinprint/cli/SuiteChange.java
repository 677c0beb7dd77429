package dev.kinprint.cli;

import dev.kinprint.archive.Bytes;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Suite;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A run may be given more probes later, but never fewer: its archive would hold answers to unknown questions. */
final class SuiteChange {
    private SuiteChange() {}

    /**
     * Refuses a suite that lacks a probe of the one that is stored.
     *
     * @param where the archive, for messages
     */
    static void check(Bytes stored, Suite suite, String where) {
        Set<String> ids = new HashSet<>();
        suite.probes().forEach(probe -> ids.add(probe.id()));
        Optional<String> missing = read(stored, where).probes().stream()
                .map(Probe::id)
                .filter(id -> !ids.contains(id))
                .findFirst();
        if (missing.isPresent()) {
            throw OperatorError.usage(
                    "The run was begun with other probes",
                    where,
                    "the audit has no probe '" + missing.get() + "' any more",
                    "Put it back, or give the run another name.");
        }
    }

    private static Suite read(Bytes stored, String where) {
        try {
            return Suite.fromJson(Json.parse(stored.toArray(), JsonLimits.FILE));
        } catch (JsonFault e) {
            throw new OperatorError(
                    OperatorError.Kind.INTEGRITY,
                    "The run's probes cannot be read",
                    where,
                    String.valueOf(e.getMessage()),
                    "Nothing was changed. Use the version that wrote it, or give the run another name.");
        }
    }
}
