package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.corpus.StoredDocuments;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What models are called in the files that they were imported from, where that is no id: an id has Latin letters alone, and
 * people know a model by its name.
 *
 * @param names by id
 */
record ImportedNames(SortedMap<String, String> names) {
    static final ImportedNames NONE = new ImportedNames(new TreeMap<>());

    /** The names that an archive's imports declare. */
    static ImportedNames of(Archive archive) {
        SortedMap<String, String> names = new TreeMap<>();
        for (String document : archive.documentNames()) {
            if (document.startsWith(StoredDocuments.IMPORT_PREFIX)) {
                for (Json model : parsed(archive, document).at("models").items()) {
                    String id = model.at("id").text().orElse("");
                    String name = model.at("name").text().orElse(id);
                    if (!name.equals(id)) {
                        names.put(id, name);
                    }
                }
            }
        }
        return new ImportedNames(names);
    }

    private static Json parsed(Archive archive, String document) {
        try {
            return Json.parse(archive.document(document).map(Bytes::toArray).orElseThrow(), JsonLimits.FILE);
        } catch (JsonFault e) {
            throw new OperatorError(
                    OperatorError.Kind.INTEGRITY,
                    "What was imported cannot be read",
                    archive.where() + ", " + document,
                    String.valueOf(e.getMessage()),
                    "Use the version that wrote it, or restore the archive from a copy");
        }
    }

    /** The name of a model; empty where it is its id. */
    Optional<String> of(String id) {
        return Optional.ofNullable(names.get(id));
    }

    /** The id of the model of this name, or the name where it is none's: then it may be an id. */
    String id(String name) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }
}
