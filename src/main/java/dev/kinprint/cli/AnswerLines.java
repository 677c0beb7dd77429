package dev.kinprint.cli;

import dev.kinprint.archive.CellKey;
import dev.kinprint.collect.ManualAnswer;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Answers by hand in a file: lines of JSON with probe, text, and where needed sample and refused. */
final class AnswerLines {
    private static final long MOST_BYTES = 64L << 20;

    private AnswerLines() {}

    /**
     * Reads all of them.
     *
     * @param model the model that gave them
     * @throws OperatorError with file and line, where one cannot be read
     */
    static List<ManualAnswer> read(Path file, String model) {
        List<ManualAnswer> answers = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                answers.add(answer(Json.parse(line.getBytes(StandardCharsets.UTF_8)), model));
            } catch (JsonFault | IllegalArgumentException e) {
                throw wrong(file + ":" + number, String.valueOf(e.getMessage()));
            }
        }
        return answers;
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw wrong(file.toString(), "it is longer than " + MOST_BYTES + " bytes");
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw wrong(file.toString(), "it cannot be read as UTF-8 text: " + e);
        }
    }

    private static ManualAnswer answer(Json line, String model) throws JsonFault {
        String probe = line.at("probe").text().orElseThrow(() -> new JsonFault("probe is missing"));
        String words = line.at("text").text().orElseThrow(() -> new JsonFault("text is missing"));
        long sample = line.at("sample").whole().orElse(0L);
        if (sample < 0 || sample > Integer.MAX_VALUE) {
            throw new JsonFault("sample " + sample + " is out of range");
        }
        boolean refused = line.at("refused").truth().orElse(false);
        return new ManualAnswer(new CellKey(model, probe, (int) sample), words, refused);
    }

    private static OperatorError wrong(String where, String why) {
        return OperatorError.usage(
                "The answers cannot be read",
                where,
                why,
                "Write a line for each: {\"probe\":\"ID\",\"sample\":0,\"text\":\"...\"}. Nothing was stored.");
    }
}
