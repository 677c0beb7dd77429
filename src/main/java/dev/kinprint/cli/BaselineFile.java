package dev.kinprint.cli;

import dev.kinprint.compare.Series;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.stats.Interval;
import dev.kinprint.verdict.Baseline;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file that a gate compares with. It is made to be committed: keys are sorted, numbers have four decimals, and there
 * is no time and no text of any answer in it.
 */
final class BaselineFile {
    private static final String SCHEMA = "kinprint.baseline/1";
    private static final int DECIMALS = 4;

    private BaselineFile() {}

    /**
     * Reads a baseline, where there is one.
     *
     * @throws OperatorError where the file is none
     */
    static Optional<Baseline> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(baseline(Json.parse(Files.readAllBytes(file), JsonLimits.FILE), file));
        } catch (IOException e) {
            throw wrong(file, "it cannot be read: " + e.getMessage());
        } catch (JsonFault e) {
            throw wrong(file, String.valueOf(e.getMessage()));
        }
    }

    private static Baseline baseline(Json json, Path file) {
        String schema = text(json, "schema", file);
        if (!schema.equals(SCHEMA)) {
            throw wrong(file, "its schema is " + schema + ", and this version reads " + SCHEMA);
        }
        SortedMap<String, Baseline.Figure> figures = new TreeMap<>();
        for (Map.Entry<String, Json> entry : json.at("figures").members().entrySet()) {
            figures.put(entry.getKey(), figure(entry.getValue(), entry.getKey(), file));
        }
        if (figures.isEmpty()) {
            throw wrong(file, "it has no figures");
        }
        return new Baseline(
                new Baseline.Terms(
                        text(json, "probeSetHash", file),
                        text(json, "embedder", file),
                        text(json, "calibration", file)),
                figures);
    }

    private static Baseline.Figure figure(Json json, String name, Path file) {
        SortedMap<String, Double> series = new TreeMap<>();
        json.at("byQuestion")
                .members()
                .forEach((question, value) -> series.put(question, number(value, name + ", " + question, file)));
        if (!json.at("n").whole().equals(Optional.of((long) series.size()))) {
            throw wrong(file, name + " has " + series.size() + " questions, and its n says otherwise");
        }
        double low = number(json.at("low"), name + ", low", file);
        double high = number(json.at("high"), name + ", high", file);
        if (low > high) {
            throw wrong(file, name + " has an interval that is upside down");
        }
        return new Baseline.Figure(
                new Interval(number(json.at("mean"), name + ", mean", file), low, high), new Series(series));
    }

    private static String text(Json json, String member, Path file) {
        return json.at(member).text().orElseThrow(() -> wrong(file, "it has no " + member));
    }

    private static double number(Json json, String where, Path file) {
        return json.number().orElseThrow(() -> wrong(file, where + " is no number"));
    }

    /** Writes a baseline; the same baseline always gives the same bytes. */
    static void write(Baseline baseline, Path file) {
        SortedMap<String, Object> figures = new TreeMap<>();
        baseline.figures().forEach((name, figure) -> {
            SortedMap<String, Object> series = new TreeMap<>();
            figure.series().byQuestion().forEach((question, value) -> series.put(question, fixed(value)));
            figures.put(
                    name,
                    Json.object(
                            "mean", fixed(figure.mean().value()),
                            "low", fixed(figure.mean().low()),
                            "high", fixed(figure.mean().high()),
                            "n", figure.series().size(),
                            "byQuestion", series));
        });
        String text = Json.object(
                        "schema", SCHEMA,
                        "probeSetHash", baseline.terms().probeSetHash(),
                        "embedder", baseline.terms().embedder(),
                        "calibration", baseline.terms().calibration(),
                        "figures", figures)
                .pretty();
        TextFile.write(file, text, "the baseline");
    }

    private static BigDecimal fixed(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static OperatorError wrong(Path file, String why) {
        return OperatorError.usage(
                "The baseline cannot be used",
                file.toString(),
                why,
                "Restore it, or delete it and give the same command again to write a new one.");
    }
}
