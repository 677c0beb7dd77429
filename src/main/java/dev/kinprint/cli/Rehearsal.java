package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.corpus.StoredDocuments;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.replay.Voice;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.RunSettings;
import dev.kinprint.suite.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The audit of a run, asked of a server that gives the recorded answers. */
final class Rehearsal {
    private static final String SUFFIX = "-rehearsal";

    private Rehearsal() {}

    /**
     * The text of the audit file: JSON, which is YAML too.
     *
     * @param run the folder of the run, from which the stored audit's paths are written
     * @param file where the text will lie
     * @param voices whose answers are served
     * @throws OperatorError where the archive holds no audit that can be read
     */
    static String audit(Archive archive, Path run, Path file, List<Voice> voices) {
        Map<String, Voice> bySubject = voices.stream().collect(Collectors.toMap(Voice::subject, Function.identity()));
        Audit stored = stored(archive, run.toAbsolutePath().normalize());
        Audit rehearsed = new Audit(
                new RunSettings(
                        stored.run().name() + SUFFIX,
                        stored.run().samples(),
                        stored.run().seed(),
                        stored.run().out()),
                stored.limits(),
                stored.models().stream()
                        .flatMap(model ->
                                Optional.ofNullable(bySubject.get(model.id()))
                                        .map(voice -> redirected(model, voice))
                                        .stream())
                        .toList(),
                stored.panel(),
                stored.params(),
                stored.probes(),
                stored.judge(),
                stored.gate());
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        return rehearsed.toJson(folder == null ? absolute : folder).pretty();
    }

    private static Audit stored(Archive archive, Path run) {
        try {
            Json document = Json.parse(
                    archive.document(StoredDocuments.AUDIT)
                            .orElseThrow(() -> new JsonFault("it holds none"))
                            .toArray(),
                    JsonLimits.FILE);
            return Audit.fromJson(document, run);
        } catch (JsonFault e) {
            throw new OperatorError(
                    OperatorError.Kind.INTEGRITY,
                    "The stored audit cannot be read",
                    archive.where(),
                    String.valueOf(e.getMessage()),
                    "Use the version that wrote it, or restore the archive from a copy.");
        }
    }

    private static Subject redirected(Subject model, Voice voice) {
        return new Subject(
                model.id(),
                model.role(),
                model.provider(),
                model.model(),
                Optional.of(voice.baseUrl()),
                Optional.empty(),
                true,
                model.origin(),
                model.relationship(),
                model.params());
    }
}
