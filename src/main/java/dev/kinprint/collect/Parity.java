package dev.kinprint.collect;

import dev.kinprint.archive.Archive;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the sampling parameters of one model, so that readers see whether models were asked alike.
 *
 * @param subject the id of the model
 * @param requested what the audit asks for, by neutral name
 * @param dropped of these, what was not sent because the model refuses it, each with the reason
 * @param idle of these, what was sent and has no effect, each with the reason
 */
public record Parity(
        String subject,
        SortedMap<String, String> requested,
        SortedMap<String, String> dropped,
        SortedMap<String, String> idle) {
    /** The name of the archive's document that holds this for all models. */
    public static final String DOCUMENT = "parameters";

    /** Copies the maps; refuses a fate of a parameter that was not requested. */
    public Parity {
        requested = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) requested));
        dropped = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) dropped));
        idle = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) idle));
        if (!requested.keySet().containsAll(dropped.keySet())
                || !requested.keySet().containsAll(idle.keySet())) {
            throw new IllegalArgumentException("dropped, idle: not requested of " + subject);
        }
    }

    /** What was sent, by neutral name. */
    public SortedMap<String, String> sent() {
        SortedMap<String, String> sent = new TreeMap<>((Map<String, String>) requested);
        sent.keySet().removeAll(dropped.keySet());
        return Collections.unmodifiableSortedMap(sent);
    }

    /** Whether two models were asked with the same parameters to the same effect. */
    public boolean equalTo(Parity other) {
        return effective().equals(other.effective());
    }

    private SortedMap<String, String> effective() {
        SortedMap<String, String> effective = new TreeMap<>((Map<String, String>) sent());
        effective.keySet().removeAll(idle.keySet());
        return effective;
    }

    /** The document for the archive. */
    static Json.Obj toJson(List<Parity> all) {
        return Json.object(
                "models",
                all.stream()
                        .map(one -> Json.object(
                                "id",
                                one.subject(),
                                "requested",
                                one.requested(),
                                "dropped",
                                one.dropped(),
                                "idle",
                                one.idle()))
                        .toList());
    }

    /**
     * What an archive says of all models that were asked, by id; nothing for models that were imported.
     *
     * @throws OperatorError where the document cannot be read
     */
    public static List<Parity> read(Archive archive) {
        return archive.document(DOCUMENT)
                .map(document -> {
                    try {
                        return Json.parse(document.toArray()).at("models").items().stream()
                                .map(one -> new Parity(
                                        one.at("id").text().orElse(""),
                                        map(one.at("requested")),
                                        map(one.at("dropped")),
                                        map(one.at("idle"))))
                                .toList();
                    } catch (JsonFault | IllegalArgumentException e) {
                        throw new OperatorError(
                                OperatorError.Kind.INTEGRITY,
                                "The stored parameters cannot be read",
                                archive.where(),
                                String.valueOf(e.getMessage()),
                                "Use the version that wrote them, or restore the archive from a copy.");
                    }
                })
                .orElse(List.of());
    }

    private static SortedMap<String, String> map(Json object) {
        SortedMap<String, String> map = new TreeMap<>();
        object.members().forEach((name, value) -> map.put(name, value.text().orElse("")));
        return map;
    }
}
