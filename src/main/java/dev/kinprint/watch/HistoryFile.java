package dev.kinprint.watch;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON file that a history is kept in. It holds no text. */
public final class HistoryFile {
    private static final String SCHEMA = "kinprint.history/1";

    private HistoryFile() {}

    /** Writes a history in place of what the file held; a kill in between leaves the old file. */
    public static void write(History history, Path file) throws IOException {
        SortedMap<String, Object> answers = new TreeMap<>();
        history.answers()
                .forEach((question, sketches) -> answers.put(
                        question, sketches.stream().map(Sketch::encoded).toList()));
        byte[] bytes = Json.object(
                        "schema", SCHEMA,
                        "model", history.model(),
                        "nights",
                                history.nights().stream()
                                        .map(night -> Json.object("run", night.run(), "scored", night.scored()))
                                        .toList(),
                        "answers", answers,
                        "scores", history.scores())
                .canonical();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, bytes);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads a history, where there is one.
     *
     * @throws OperatorError where the file is none
     */
    public static Optional<History> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Json json = Json.parse(Files.readAllBytes(file), JsonLimits.FILE);
            if (!json.at("schema").text().equals(Optional.of(SCHEMA))) {
                throw wrong(file, "its schema is not " + SCHEMA);
            }
            SortedMap<String, List<Sketch>> answers = new TreeMap<>();
            for (Map.Entry<String, Json> entry : json.at("answers").members().entrySet()) {
                answers.put(
                        entry.getKey(),
                        entry.getValue().items().stream()
                                .map(sketch -> Sketch.decoded(sketch.text().orElse("")))
                                .toList());
            }
            return Optional.of(new History(
                    json.at("model").text().orElseThrow(() -> wrong(file, "it names no model")),
                    json.at("nights").items().stream()
                            .map(night -> new History.Night(
                                    night.at("run").text().orElseThrow(() -> wrong(file, "a night names no run")),
                                    night.at("scored")
                                            .whole()
                                            .orElseThrow(() -> wrong(file, "a night has no number of scores"))
                                            .intValue()))
                            .toList(),
                    answers,
                    json.at("scores").items().stream()
                            .map(score -> score.number()
                                    .filter(value -> value >= 0 && value <= 1)
                                    .orElseThrow(() -> wrong(file, "a score is no number from 0 to 1")))
                            .toList()));
        } catch (IOException e) {
            throw wrong(file, "it cannot be read: " + e.getMessage());
        } catch (JsonFault | IllegalArgumentException e) {
            throw wrong(file, String.valueOf(e.getMessage()));
        }
    }

    private static OperatorError wrong(Path file, String why) {
        return OperatorError.usage(
                "This is no history of an endpoint",
                file.toString(),
                why,
                "Restore it, or name a new file to begin again.");
    }
}
