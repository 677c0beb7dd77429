package dev.kinprint.calibrate;

import dev.kinprint.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file form of a calibration: one object with the source, the channels, the models and, level by level, the labelled
 * pairs as rows {@code [kind, suspect, candidate, z...]}, with null where a channel has no score.
 */
final class CalibrationJson {
    static final String SCHEMA = "kinprint.calibration/1";
    private static final int DECIMALS = 3;

    private CalibrationJson() {}

    static Json write(Calibration calibration) {
        // What no ratio rests on would only make the file longer to read.
        Set<String> channels = calibration.source().evidence();
        List<Json> models = new ArrayList<>();
        for (Calibration.KnownModel model : calibration.models()) {
            models.add(Json.object(
                    "id",
                    model.id(),
                    "cluster",
                    model.cluster(),
                    "sketch",
                    model.sketch().hashes()));
        }
        List<Json> levels = new ArrayList<>();
        for (Calibration.Level level : calibration.levels()) {
            List<Json> rows = new ArrayList<>();
            level.pairs().forEach(pair -> rows.add(row(pair, channels)));
            levels.add(Json.object("questions", level.questions(), "pairs", rows));
        }
        CalibrationSource source = calibration.source();
        return Json.object(
                "schema", SCHEMA,
                "name", source.name(),
                "corpus", source.corpus(),
                "modelCount", source.models(),
                "questionCount", source.questions(),
                "samples", source.samples(),
                "embeddedQuestions", source.embeddedQuestions(),
                "embedder", source.embedder(),
                "distilledBy", source.distilledBy(),
                "seed", source.seed(),
                "channels", channels,
                "models", models,
                "levels", levels);
    }

    private static Json row(LabelledPair pair, Set<String> channels) {
        List<Object> cells = new ArrayList<>();
        cells.add(pair.kind().code());
        cells.add(pair.suspect());
        cells.add(pair.candidate());
        for (String channel : channels) {
            Double z = pair.z().get(channel);
            cells.add(z == null ? Optional.empty() : BigDecimal.valueOf(z).setScale(DECIMALS, RoundingMode.HALF_EVEN));
        }
        return Json.array(cells);
    }

    /**
     * Reads a calibration.
     *
     * @throws IllegalArgumentException naming the member that is not as it should be
     */
    static Calibration read(Json json) {
        if (!json.at("schema").text().equals(Optional.of(SCHEMA))) {
            throw new IllegalArgumentException("schema: not " + SCHEMA);
        }
        CalibrationSource source = new CalibrationSource(
                text(json, "name"),
                text(json, "corpus"),
                number(json.at("modelCount"), "modelCount"),
                number(json.at("questionCount"), "questionCount"),
                number(json.at("samples"), "samples"),
                number(json.at("embeddedQuestions"), "embeddedQuestions"),
                json.at("embedder").text(),
                distilledBy(json),
                json.at("seed").whole().orElseThrow(() -> missing("seed")));
        List<String> channels = json.at("channels").items().stream()
                .map(channel -> channel.text().orElseThrow(() -> missing("channels")))
                .toList();
        List<Calibration.KnownModel> models = new ArrayList<>();
        for (Json model : json.at("models").items()) {
            models.add(new Calibration.KnownModel(
                    text(model, "id"),
                    number(model.at("cluster"), "models.cluster"),
                    new Sketch(model.at("sketch").items().stream()
                            .map(hash -> hash.text().orElseThrow(() -> missing("models.sketch")))
                            .toList())));
        }
        List<Calibration.Level> levels = new ArrayList<>();
        for (Json level : json.at("levels").items()) {
            List<LabelledPair> pairs = new ArrayList<>();
            for (Json row : level.at("pairs").items()) {
                pairs.add(pair(row, channels, models.size()));
            }
            levels.add(new Calibration.Level(number(level.at("questions"), "levels.questions"), pairs));
        }
        return new Calibration(source, models, levels);
    }

    private static List<String> distilledBy(Json json) {
        List<String> channels = json.at("distilledBy").items().stream()
                .map(channel -> channel.text().orElseThrow(() -> missing("distilledBy")))
                .toList();
        return channels.isEmpty() ? CalibrationSource.DISTILLED_BY : channels;
    }

    private static LabelledPair pair(Json row, List<String> channels, int models) {
        LabelledPair.Kind kind = Arrays.stream(LabelledPair.Kind.values())
                .filter(known -> row.at(0).text().equals(Optional.of(known.code())))
                .findFirst()
                .orElseThrow(() -> missing("pairs.kind"));
        int suspect = number(row.at(1), "pairs.suspect");
        int candidate = number(row.at(2), "pairs.candidate");
        if (!within(suspect, models) || !within(candidate, models)) {
            throw new IllegalArgumentException("pairs: a number beyond its range");
        }
        SortedMap<String, Double> z = new TreeMap<>();
        for (int c = 0; c < channels.size(); c++) {
            Optional<Double> score = row.at(3 + c).number();
            if (score.isPresent()) {
                z.put(channels.get(c), score.get());
            }
        }
        return new LabelledPair(suspect, candidate, kind, z);
    }

    private static boolean within(int model, int models) {
        return model >= 0 && model < models;
    }

    private static String text(Json json, String member) {
        return json.at(member).text().orElseThrow(() -> missing(member));
    }

    private static int number(Json json, String member) {
        return json.whole()
                .filter(value -> value == (long) value.intValue())
                .map(Long::intValue)
                .orElseThrow(() -> missing(member));
    }

    private static IllegalArgumentException missing(String member) {
        return new IllegalArgumentException(member + ": missing or of the wrong type");
    }
}
