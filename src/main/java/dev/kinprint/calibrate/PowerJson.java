package dev.kinprint.calibrate;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file form of what may be expected of a calibration, {@code kinprint.power/1}: for each relation and number of
 * questions the related pairs as rows {@code [log10 likelihood ratio, suspect's cluster, candidate's cluster]}.
 */
public final class PowerJson {
    private static final String SCHEMA = "kinprint.power/1";
    private static final int DECIMALS = 3;

    private PowerJson() {}

    /** The curves as JSON. */
    public static Json of(Power power) {
        List<Json> curves = power.curves().stream()
                .<Json>map(curve -> Json.object(
                        "relation",
                        curve.relation().name(),
                        "questions",
                        curve.questions(),
                        "most",
                        rounded(curve.most()),
                        "pairs",
                        curve.pairs().stream()
                                .map(pair ->
                                        Json.array(List.of(rounded(pair.log10Lr()), pair.suspect(), pair.candidate())))
                                .toList()))
                .toList();
        return Json.object(
                "schema", SCHEMA,
                "calibration", power.calibration(),
                "date", power.date().toString(),
                "models", power.models(),
                "curves", curves);
    }

    /**
     * The curves that ship for a built-in calibration; empty for any other, of which nothing was measured.
     *
     * @param calibration {@code builtin}, {@code lab} or a file
     */
    public static Optional<Power> shipped(String calibration) {
        if (!calibration.equals(Calibrations.BUILTIN) && !calibration.equals(Calibrations.LAB)) {
            return Optional.empty();
        }
        String resource = "power-" + calibration + ".json";
        try (InputStream in = PowerJson.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing");
            }
            return Optional.of(read(Json.parse(in.readAllBytes(), JsonLimits.FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonFault e) {
            throw new IllegalStateException("resource " + resource + " is no JSON", e);
        }
    }

    /**
     * Reads curves.
     *
     * @throws IllegalArgumentException where it is another schema, or something is missing
     */
    static Power read(Json json) {
        if (!json.at("schema").text().equals(Optional.of(SCHEMA))) {
            throw new IllegalArgumentException("schema: not " + SCHEMA);
        }
        List<Power.Curve> curves = new ArrayList<>();
        for (Json curve : json.at("curves").items()) {
            curves.add(new Power.Curve(
                    Relation.valueOf(text(curve, "relation")),
                    whole(curve.at("questions")),
                    number(curve.at("most")),
                    curve.at("pairs").items().stream()
                            .map(row -> new Power.Weighed(number(row.at(0)), whole(row.at(1)), whole(row.at(2))))
                            .toList()));
        }
        return new Power(
                text(json, "calibration"), LocalDate.parse(text(json, "date")), whole(json.at("models")), curves);
    }

    private static String text(Json json, String member) {
        return json.at(member)
                .text()
                .orElseThrow(() -> new IllegalArgumentException(member + ": missing or of the wrong type"));
    }

    private static int whole(Json json) {
        return Math.toIntExact(
                json.whole().orElseThrow(() -> new IllegalArgumentException("curves: a whole number is missing")));
    }

    private static double number(Json json) {
        return json.number().orElseThrow(() -> new IllegalArgumentException("curves: a number is missing"));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
