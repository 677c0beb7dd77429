package dev.kinprint.calibrate;

import dev.kinprint.json.Json;
import dev.kinprint.stats.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The file form of a validation, {@code kinprint.validation/1}. Figures are rounded to six decimals. */
public final class ValidationJson {
    private static final int DECIMALS = 6;

    private ValidationJson() {}

    /** The validation as JSON. A figure that cannot be estimated from so few pairs is null. */
    public static Json of(Validation validation) {
        List<Json> worst = new ArrayList<>();
        for (Validation.Misled one : validation.worst()) {
            worst.add(Json.object(
                    "suspect", one.suspect(),
                    "candidate", one.candidate(),
                    "relation", one.relation().name(),
                    "holds", one.holds(),
                    "log10Lr", rounded(one.log10Lr())));
        }
        List<Json> byProbes = new ArrayList<>();
        validation
                .byQuestions()
                .forEach((count, relations) ->
                        byProbes.add(Json.object("probes", count, "relations", relations(relations))));
        List<Json> robustness = validation.robustness().stream()
                .<Json>map(
                        one -> Json.object("rewrite", one.rewrite().words(), "relations", relations(one.relations())))
                .toList();
        Validation.FalseAccusations accusations = validation.falseAccusations();
        return Json.object(
                "schema",
                "kinprint.validation/1",
                "corpus",
                Json.object(
                        "models", validation.models(),
                        "probes", validation.questions(),
                        "responses", validation.responses()),
                "calibration",
                validation.calibration(),
                "relations",
                relations(validation.relations()),
                "falseAccusations",
                Json.object(
                        "pairs", accusations.pairs(),
                        "moderateOrMore", accusations.accused(),
                        "rate", interval(Optional.of(accusations.rate())),
                        "cleanPairs", accusations.cleanPairs(),
                        "cleanModerateOrMore", accusations.cleanAccused(),
                        "accusedModels", accusations.models(),
                        "modelRate", interval(Optional.of(accusations.modelRate())),
                        "accusedLabs", accusations.labs(),
                        "labRate", interval(Optional.of(accusations.labRate())),
                        "byModel", Json.of(accusations.byModel())),
                "byProbes",
                byProbes,
                "robustness",
                robustness,
                "worst",
                worst);
    }

    private static List<Json> relations(List<RelationFigures> relations) {
        return relations.stream().map(ValidationJson::figures).toList();
    }

    private static Json figures(RelationFigures figures) {
        SortedMap<String, Object> members = new TreeMap<>(figures.counts());
        members.put("relation", figures.relation());
        if (figures.counts().containsKey("positives")) {
            members.put("tprAt1PercentFpr", interval(Optional.empty()));
        }
        figures.measures()
                .forEach((name, value) -> members.put(
                        name, name.equals("constantBaseline") ? rounded(value.value()) : interval(Optional.of(value))));
        return Json.of(members);
    }

    private static Json interval(Optional<Interval> interval) {
        return interval.<Json>map(known -> Json.object(
                        "value", rounded(known.value()), "low", rounded(known.low()), "high", rounded(known.high())))
                .orElseGet(Json.Null::new);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
