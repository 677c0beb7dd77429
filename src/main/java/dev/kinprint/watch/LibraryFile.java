package dev.kinprint.watch;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.suite.Origin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The gzipped JSON file that a library is kept in. */
public final class LibraryFile {
    private static final String SCHEMA = "kinprint.library/1";
    private static final int MOST_BYTES = 256 << 20;

    private LibraryFile() {}

    /** Writes a library; the same library always gives the same bytes. */
    public static void write(Library library, Path file) throws IOException {
        List<Json> models = new ArrayList<>();
        for (Fingerprint fingerprint : library.fingerprints()) {
            SortedMap<String, Object> answers = new TreeMap<>();
            fingerprint.answers().forEach((question, sketch) -> answers.put(question, sketch.encoded()));
            models.add(Json.object(
                    "model", fingerprint.model(),
                    "lab", fingerprint.origin().lab(),
                    "base", fingerprint.origin().base(),
                    "family", fingerprint.origin().family(),
                    "answers", answers));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
            zipped.write(Json.object("schema", SCHEMA, "models", models).canonical());
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, out.toByteArray());
    }

    /**
     * Reads a library.
     *
     * @throws OperatorError where the file is none
     */
    public static Library read(Path file) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            byte[] plain = in.readNBytes(MOST_BYTES + 1);
            if (plain.length > MOST_BYTES) {
                throw wrong(file, "it unpacks to more than " + MOST_BYTES + " bytes");
            }
            return library(Json.parse(plain, JsonLimits.FILE), file);
        } catch (NoSuchFileException e) {
            throw wrong(file, "there is no such file");
        } catch (IOException e) {
            throw wrong(file, "it cannot be read: " + e.getMessage());
        } catch (JsonFault | IllegalArgumentException e) {
            throw wrong(file, String.valueOf(e.getMessage()));
        }
    }

    private static Library library(Json json, Path file) {
        if (!json.at("schema").text().equals(Optional.of(SCHEMA))) {
            throw wrong(file, "its schema is not " + SCHEMA);
        }
        List<Fingerprint> fingerprints = new ArrayList<>();
        for (Json model : json.at("models").items()) {
            SortedMap<String, Sketch> answers = new TreeMap<>();
            model.at("answers")
                    .members()
                    .forEach((question, sketch) ->
                            answers.put(question, Sketch.decoded(sketch.text().orElse(""))));
            fingerprints.add(new Fingerprint(
                    model.at("model").text().orElseThrow(() -> wrong(file, "a model has no id")),
                    new Origin(
                            model.at("lab").text(),
                            model.at("base").text(),
                            model.at("family").text(),
                            Optional.empty()),
                    answers));
        }
        return new Library(fingerprints);
    }

    private static OperatorError wrong(Path file, String why) {
        return OperatorError.usage(
                "This is no library of fingerprints",
                file.toString(),
                why,
                "Make one with `kinprint fingerprint build`");
    }
}
