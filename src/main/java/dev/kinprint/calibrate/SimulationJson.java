package dev.kinprint.calibrate;

import dev.kinprint.json.Json;
import dev.kinprint.stats.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The file form of a simulation, {@code kinprint.simulation/1}. Figures are rounded to three decimals. */
public final class SimulationJson {
    private static final int DECIMALS = 3;

    private SimulationJson() {}

    /** The simulation as JSON. What cannot be said is null. */
    public static Json of(Simulation simulation) {
        return Json.object(
                "schema", "kinprint.simulation/1",
                "calibration", simulation.calibration(),
                "worlds", simulation.worlds(),
                "percents", simulation.percents(),
                "settings",
                        simulation.settings().stream()
                                .map(SimulationJson::setting)
                                .toList());
    }

    private static Json setting(SimulationFigures figures) {
        SortedMap<String, Json> calibration = new TreeMap<>();
        figures.calibration().forEach((relation, measures) -> calibration.put(relation.name(), measures(measures)));
        return Json.object(
                "probes", figures.probes(),
                "labs", figures.labs(),
                "unrelated",
                        figures.unrelated().stream().map(SimulationJson::group).toList(),
                "accused", figures.accused().map(SimulationJson::interval),
                "related", figures.related().stream().map(SimulationJson::group).toList(),
                "calibration", new Json.Obj(calibration));
    }

    private static Json group(SimulationFigures.Group group) {
        return Json.object(
                "kind", group.kind().words(),
                "percent", group.percent(),
                "relation", group.relation().name(),
                "suspects", group.suspects(),
                "weighed", group.weighed(),
                "pairs", group.pairs(),
                "pairsAtTen", group.pairsAtTen(),
                "atTen", interval(group.atTen()),
                "named", interval(group.named()),
                "misnamed", group.misnamed(),
                "medianLog10Lr", group.median().map(SimulationJson::rounded));
    }

    private static Json measures(Map<String, Interval> measures) {
        SortedMap<String, Json> found = new TreeMap<>();
        measures.forEach((name, interval) -> found.put(name, interval(interval)));
        return new Json.Obj(found);
    }

    private static Json interval(Interval interval) {
        return Json.object(
                "value", rounded(interval.value()),
                "low", rounded(interval.low()),
                "high", rounded(interval.high()));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
