package dev.kinprint.corpus;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Suite;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an archive's documents say of the models and the questions. The run's own audit and suite come before those of
 * imported outputs.
 *
 * @param members by id
 * @param questions by id
 */
record Declared(SortedMap<String, Member> members, SortedMap<String, Question> questions) {
    static Declared read(Archive archive) {
        Declared declared = new Declared(new TreeMap<>(), new TreeMap<>());
        declared.take(archive, StoredDocuments.AUDIT, declared::audit);
        declared.take(archive, StoredDocuments.SUITE, declared::suite);
        for (String name : archive.documentNames()) {
            if (name.startsWith(StoredDocuments.IMPORT_PREFIX)) {
                declared.take(archive, name, declared::outputs);
            }
        }
        return declared;
    }

    private interface Part {
        void read(Json document) throws JsonFault;
    }

    private void take(Archive archive, String name, Part part) {
        Optional<Bytes> document = archive.document(name);
        if (document.isEmpty()) {
            return;
        }
        try {
            part.read(Json.parse(document.get().toArray(), JsonLimits.FILE));
        } catch (JsonFault e) {
            throw damaged(archive.where(), "its document " + name + ": " + e.getMessage());
        }
    }

    private void audit(Json document) throws JsonFault {
        Audit.fromJson(document, Path.of(""))
                .models()
                .forEach(subject -> members.put(subject.id(), new Member(subject.id(), subject.origin())));
    }

    private void suite(Json document) throws JsonFault {
        for (Probe probe : Suite.fromJson(document).probes()) {
            Question question = new Question(probe.id(), probe.category(), probe.prompt(), probe.answer());
            Question before = questions.putIfAbsent(probe.id(), question);
            if (before != null && !before.prompt().equals(question.prompt())) {
                throw new JsonFault("probe " + probe.id() + " asks something else than in another suite");
            }
        }
    }

    private void outputs(Json document) throws JsonFault {
        for (Json model : document.at("models").items()) {
            String id = model.at("id").text().orElseThrow(() -> new JsonFault("a model without an id"));
            members.putIfAbsent(
                    id,
                    new Member(
                            id,
                            new Origin(
                                    model.at("lab").text(),
                                    model.at("base").text(),
                                    model.at("family").text(),
                                    released(model))));
        }
        suite(document.at("suite"));
    }

    private static Optional<LocalDate> released(Json model) throws JsonFault {
        try {
            return model.at("released").text().map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new JsonFault("a day of release that is none");
        }
    }

    static OperatorError damaged(String where, String why) {
        return new OperatorError(
                OperatorError.Kind.INTEGRITY,
                "The archive cannot be read as a corpus",
                where,
                why,
                "Nothing was changed. Use the version that wrote it, or restore it from a copy.");
    }
}
