package dev.kinprint.cli;

import dev.kinprint.json.Json;
import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Verdicts for whoever reads JSON; result.json holds the same and all they rest on. */
final class VerdictData {
    private static final int DECIMALS = 6;

    private VerdictData() {}

    static Json of(List<Verdict> verdicts) {
        return Json.array(verdicts.stream().map(VerdictData::of).toList());
    }

    private static Json of(Verdict verdict) {
        return Json.object(
                "suspect", verdict.evidence().suspect(),
                "candidate", verdict.evidence().candidate(),
                "relation", verdict.evidence().relation().name(),
                "log10Lr",
                        verdict.evidence()
                                .logLr()
                                .map(lr -> Json.object(
                                        "value", exact(lr.value()), "low", exact(lr.low()), "high", exact(lr.high()))),
                "why", verdict.evidence().why(),
                "support", verdict.support().words(),
                "forRelation", verdict.forRelation(),
                "words", verdict.words());
    }

    static Json named(List<Attribution> attributions) {
        return Json.array(attributions.stream()
                .filter(one -> !one.named().isEmpty())
                .map(one -> Json.object(
                        "suspect", one.suspect(), "relation", one.relation().name(), "candidates", one.named()))
                .toList());
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
