package dev.kinprint.suite;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that an audit file says. It never holds the value of a key, only names of environment variables. Its
 * paths are absolute.
 *
 * @param run name and extent
 * @param limits what it may cost
 * @param models the subjects, in the order of the file
 * @param panel background from outputs made elsewhere
 * @param params sampling parameters for every subject, by {@link Param#key}; a subject's own come before them
 * @param probes where the probes come from, in order
 * @param judge with what it is judged
 * @param gate conditions that must hold, each in the words of the file
 */
public record Audit(
        RunSettings run,
        Limits limits,
        List<Subject> models,
        List<PanelSource> panel,
        SortedMap<String, String> params,
        List<ProbeSource> probes,
        JudgeSettings judge,
        List<String> gate) {

    /** Checks that there are models and probes, that ids are unique whatever their case, and that relations name them. */
    public Audit {
        models = List.copyOf(models);
        panel = List.copyOf(panel);
        params = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) params));
        probes = List.copyOf(probes);
        gate = List.copyOf(gate);
        if (models.isEmpty() || probes.isEmpty()) {
            throw new IllegalArgumentException("models and probes: each must have at least one entry");
        }
        Set<String> ids = new HashSet<>();
        for (Subject model : models) {
            if (!ids.add(model.id().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("models: id " + model.id() + " stands twice");
            }
        }
        for (Subject model : models) {
            for (String other : model.relationship().keySet()) {
                if (other.equals(model.id()) || models.stream().noneMatch(m -> m.id().equals(other))) {
                    throw new IllegalArgumentException("relationship: of " + model.id() + " names no other model");
                }
            }
        }
    }

    /** How often a probe is asked of each model: the run's number, else the probe's own. */
    public int samples(Probe probe) {
        return run.samples().orElse(probe.samples());
    }

    /**
     * The sampling parameters to send for a subject: its own before the audit's, without those that are left to the
     * vendor.
     */
    public SortedMap<String, String> params(Subject subject) {
        SortedMap<String, String> merged = new TreeMap<>((Map<String, String>) params);
        merged.putAll(subject.params());
        merged.values().removeIf(Param.UNSET::equals);
        return Collections.unmodifiableSortedMap(merged);
    }

    /** The token limit of a subject's answers to a probe: the parameter where it is given, else the probe's own. */
    public int maxTokens(Subject subject, Probe probe) {
        String limit = params(subject).get(Param.MAX_OUTPUT_TOKENS.key());
        return limit == null ? probe.maxTokens() : Integer.parseInt(limit);
    }

    /**
     * The audit as JSON in the shape of an audit file, every default written out. Paths are written relative to a
     * folder, so that they name nobody's home and hold where the folder is moved together with them.
     */
    public Json.Obj toJson(Path folder) {
        return AuditJson.write(this, folder.toAbsolutePath().normalize());
    }

    /**
     * The audit that {@link #toJson} wrote.
     *
     * @param folder what its paths are relative to
     * @throws JsonFault where it is no audit
     */
    public static Audit fromJson(Json json, Path folder) throws JsonFault {
        try {
            return AuditReader.read(Yaml.of(json), "stored audit", folder, path -> true);
        } catch (OperatorError e) {
            throw new JsonFault(e.what() + " (" + e.where() + "): " + e.why());
        }
    }
}
