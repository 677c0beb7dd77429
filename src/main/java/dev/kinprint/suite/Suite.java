package dev.kinprint.suite;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
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
        if (version.isBlank()) {
            throw new IllegalArgumentException("version: blank");
        }
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

    /**
     * The SHA-256, in hexadecimal, over the canonical JSON of everything that is sent or judged: each probe's id,
     * category, language, turns, token limit, samples and answer key, in order. Names, versions, reasons, comments and
     * the layout of a file do not change it.
     */
    public String hash() {
        List<Json> judged =
                probes.stream().<Json>map(probe -> json(probe, false)).toList();
        try {
            byte[] bytes = Json.array(judged).canonical();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The whole suite as JSON, in the shape of a suite file without groups. */
    public Json.Obj toJson() {
        return Json.object(
                "suite",
                id,
                "version",
                version,
                "probes",
                probes.stream().map(probe -> json(probe, true)).toList());
    }

    /**
     * The suite that {@link #toJson} wrote.
     *
     * @throws JsonFault where it is no suite
     */
    public static Suite fromJson(Json json) throws JsonFault {
        try {
            return SuiteReader.read(Yaml.of(json), "stored suite");
        } catch (OperatorError e) {
            throw new JsonFault(e.what() + " (" + e.where() + "): " + e.why());
        }
    }

    private static Json.Obj json(Probe probe, boolean why) {
        List<Object> members = new ArrayList<>(List.of(
                "id",
                probe.id(),
                "category",
                Fields.word(probe.category()),
                "language",
                probe.language(),
                "maxTokens",
                probe.maxTokens(),
                "samples",
                probe.samples(),
                "turns",
                probe.turns().stream()
                        .map(turn -> Json.object(Fields.word(turn.role()), turn.text()))
                        .toList()));
        if (why) {
            members.addAll(List.of("why", probe.why()));
        }
        probe.answer().ifPresent(answer -> members.addAll(List.of("answer", answer)));
        return Json.object(members.toArray());
    }
}
