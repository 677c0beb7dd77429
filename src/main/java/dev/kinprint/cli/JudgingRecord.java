package dev.kinprint.cli;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.suite.JudgeSettings.Ablation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * With what a report was made, so that anyone can make it again and get the same bytes. It lies beside the report.
 *
 * @param name the name of the run
 * @param where how the folder of the run was written
 * @param command the command that makes the report again
 * @param texts whether the report shows what models said
 * @param request what was judged, and how
 * @param embedder the id of the embedding model, or none
 */
record JudgingRecord(
        String name, String where, String command, boolean texts, JudgingRequest request, String embedder) {
    static final String FILE = "judging.json";

    /** Writes it into the folder of the report. */
    void write(Path folder) throws IOException {
        Json.Obj json = Json.object(
                "name", name,
                "where", where,
                "command", command,
                "texts", texts,
                "suspects", request.suspects(),
                "candidates", request.candidates(),
                "channels", request.channels(),
                "calibration", request.calibration(),
                "draws", request.draws(),
                "seed", request.seed(),
                "ablations", request.ablations().stream().map(Ablation::word).toList(),
                "embedder", embedder);
        Files.writeString(folder.resolve(FILE), json.pretty(), StandardCharsets.UTF_8);
    }

    /**
     * Reads it.
     *
     * @throws OperatorError where there is none that can be read
     */
    static JudgingRecord read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Json json = Json.parse(Files.readAllBytes(file));
            return new JudgingRecord(
                    text(json, "name"),
                    text(json, "where"),
                    text(json, "command"),
                    json.at("texts").truth().orElseThrow(() -> new JsonFault("texts")),
                    new JudgingRequest(
                            texts(json.at("suspects")),
                            texts(json.at("candidates")),
                            texts(json.at("channels")),
                            text(json, "calibration"),
                            json.at("draws")
                                    .whole()
                                    .orElseThrow(() -> new JsonFault("draws"))
                                    .intValue(),
                            json.at("seed").whole().orElseThrow(() -> new JsonFault("seed")),
                            texts(json.at("ablations")).stream()
                                    .flatMap(word -> Ablation.of(word).stream())
                                    .toList()),
                    text(json, "embedder"));
        } catch (IOException | JsonFault e) {
            throw new OperatorError(
                    OperatorError.Kind.INTEGRITY,
                    "It is not known how the run was judged",
                    file.toString(),
                    "the file is missing, or cannot be read",
                    "Judge it again: kinprint judge " + folder);
        }
    }

    private static String text(Json json, String name) throws JsonFault {
        return json.at(name).text().orElseThrow(() -> new JsonFault(name));
    }

    private static List<String> texts(Json list) {
        return list.items().stream().flatMap(item -> item.text().stream()).toList();
    }
}
