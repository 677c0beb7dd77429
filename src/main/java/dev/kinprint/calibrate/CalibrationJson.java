package dev.kinprint.calibrate;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.json.JsonStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
            OptionalDouble z = pair.z().of(channel);
            cells.add(
                    z.isEmpty()
                            ? Optional.empty()
                            : BigDecimal.valueOf(z.getAsDouble()).setScale(DECIMALS, RoundingMode.HALF_EVEN));
        }
        return Json.array(cells);
    }

    /**
     * Reads a calibration.
     *
     * @throws JsonFault where the bytes are not valid JSON, or a pair is no row of numbers
     * @throws IllegalArgumentException naming the member that is not as it should be
     */
    static Calibration read(byte[] utf8) throws JsonFault {
        SortedMap<String, Json> members = new TreeMap<>();
        List<SortedMap<String, Json>> sizes = new ArrayList<>();
        List<List<Row>> rows = new ArrayList<>();
        JsonStream.read(
                utf8,
                JsonLimits.FILE,
                document -> document.members((name, value) -> {
                    if (name.equals("levels")) {
                        value.items(level -> sizes.add(level(level, rows)));
                    } else {
                        members.put(name, value.value());
                    }
                }));
        Json json = new Json.Obj(members);
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
        if (!channels.stream().sorted().distinct().toList().equals(channels)) {
            throw new IllegalArgumentException("channels: not in alphabetical order");
        }
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
        for (int k = 0; k < sizes.size(); k++) {
            List<LabelledPair> pairs = new ArrayList<>();
            for (Row row : rows.get(k)) {
                pairs.add(row.pair(channels, models.size()));
            }
            Json size = sizes.get(k).getOrDefault("questions", new Json.Missing());
            levels.add(new Calibration.Level(number(size, "levels.questions"), pairs));
        }
        return new Calibration(source, models, levels);
    }

    /** Reads a level: its pairs into the rows, and all else as it is. */
    private static SortedMap<String, Json> level(JsonStream level, List<List<Row>> rows) throws IOException, JsonFault {
        SortedMap<String, Json> others = new TreeMap<>();
        List<Row> pairs = new ArrayList<>();
        rows.add(pairs);
        level.members((name, value) -> {
            if (name.equals("pairs")) {
                value.items(row -> {
                    Row read = new Row();
                    row.items(read);
                    pairs.add(read);
                });
            } else {
                others.put(name, value.value());
            }
        });
        return others;
    }

    /** A pair as the file has it; which channels there are may stand after it. */
    private static final class Row implements JsonStream.Reader {
        private static final int NAMES = 3;

        private Optional<String> kind = Optional.empty();
        private double suspect = -1;
        private double candidate = -1;
        private double[] z = new double[8];
        private int cells;

        @Override
        public void read(JsonStream cell) throws IOException, JsonFault {
            switch (cells) {
                case 0 -> kind = cell.value().text();
                case 1 -> suspect = cell.number().orElse(-1);
                case 2 -> candidate = cell.number().orElse(-1);
                default -> {
                    if (cells - NAMES == z.length) {
                        z = Arrays.copyOf(z, 2 * z.length);
                    }
                    z[cells - NAMES] = cell.number().orElse(Double.NaN);
                }
            }
            cells++;
        }

        LabelledPair pair(List<String> channels, int models) {
            LabelledPair.Kind named = kind.flatMap(LabelledPair.Kind::of).orElseThrow(() -> missing("pairs.kind"));
            if (cells != NAMES + channels.size()) {
                throw new IllegalArgumentException("pairs: a row of " + cells + " values, where " + channels.size()
                        + " channels want " + (NAMES + channels.size()));
            } else if (!within(suspect, models) || !within(candidate, models)) {
                throw new IllegalArgumentException("pairs: a number beyond its range");
            }
            return new LabelledPair((int) suspect, (int) candidate, named, scores(channels));
        }

        /** Hardly a pair lacks a channel; those that lack none share the list of channels. */
        private ChannelScores scores(List<String> channels) {
            List<String> names = new ArrayList<>();
            double[] scores = new double[channels.size()];
            for (int c = 0; c < scores.length; c++) {
                if (!Double.isNaN(z[c])) {
                    scores[names.size()] = z[c];
                    names.add(channels.get(c));
                }
            }
            return names.size() == scores.length
                    ? ChannelScores.of(channels, scores)
                    : ChannelScores.of(names, Arrays.copyOf(scores, names.size()));
        }
    }

    private static List<String> distilledBy(Json json) {
        List<String> channels = json.at("distilledBy").items().stream()
                .map(channel -> channel.text().orElseThrow(() -> missing("distilledBy")))
                .toList();
        return channels.isEmpty() ? CalibrationSource.DISTILLED_BY : channels;
    }

    private static boolean within(double model, int models) {
        return model >= 0 && model < models && model == Math.rint(model);
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
