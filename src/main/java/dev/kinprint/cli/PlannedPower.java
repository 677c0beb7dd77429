package dev.kinprint.cli;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.calibrate.Power;
import dev.kinprint.calibrate.PowerJson;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.json.Json;
import dev.kinprint.stats.Interval;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Subject;
import dev.kinprint.verdict.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a planned audit can be expected to show, and what a wanted likelihood ratio would take. */
final class PlannedPower {
    /** Ratios from here on would be more than "moderate". */
    private static final int MODERATE_UNTIL = 100;

    private final Prepared prepared;
    private final int probes;
    private final int candidates;
    private final double ratio;

    /** Reads the plan of an audit. */
    PlannedPower(Prepared prepared, WantedRatio wanted) {
        this.prepared = prepared;
        this.probes = prepared.suite().probes().size();
        this.candidates = (int) prepared.audit().models().stream()
                .filter(model -> model.role() == Subject.Role.CANDIDATE)
                .count();
        this.ratio = wanted.or(WantedRatio.LEAST_NAMED * Math.max(1, candidates));
    }

    /** The lines, for people. */
    List<String> lines() {
        String calibration = AuditJudge.calibration(prepared.audit().judge().calibration());
        List<String> lines = new ArrayList<>();
        Optional<Power> shipped = PowerJson.shipped(calibration);
        if (shipped.isEmpty()) {
            lines.add("Power: unknown, nothing was measured for " + calibration + ". See `kinprint power --calibration "
                    + calibration + "`.");
        } else {
            measured(shipped.get(), lines);
        }
        panel(lines);
        if (candidates > 1) {
            lines.add("With " + candidates + " candidates one is named from a ratio of "
                    + Policy.NAMED_FROM_RATIO * candidates + " on.");
        }
        return lines;
    }

    /** The same for whoever reads JSON; without shares where nothing was measured with so few probes. */
    Json json() {
        String calibration = AuditJudge.calibration(prepared.audit().judge().calibration());
        List<Json> shares = new ArrayList<>();
        PowerJson.shipped(calibration)
                .ifPresent(power -> power.level(probes).ifPresent(level -> Stream.of(Relation.values())
                        .forEach(relation -> power.at(relation, level).ifPresent(curve -> {
                            Interval share = curve.reaching(ratio);
                            shares.add(Json.object(
                                    "relation", relation.name(),
                                    "probes", level,
                                    "share", share.value(),
                                    "low", share.low(),
                                    "high", share.high(),
                                    "mostRatio", curve.mostRatio()));
                        }))));
        return Json.object(
                "calibration", calibration, "wantedRatio", ratio, "shares", shares, "candidates", candidates);
    }

    private void measured(Power power, List<String> lines) {
        String wanted = PowerTable.ratio(ratio);
        lines.add("Power: share of related pairs that reached a ratio of " + wanted + ", by number of probes ("
                + power.calibration() + ", " + power.models() + " models, " + power.date() + "):");
        lines.add(PowerTable.of(power, ratio));
        Optional<Integer> level = power.level(probes);
        if (level.isEmpty()) {
            lines.add("! What " + probes + " probes show is unknown: the calibration starts at "
                    + power.questions().first() + ", and no ratio is printed.");
        } else {
            lines.add("With this plan's " + probes + " probes, as measured with "
                    + level.get() + ": "
                    + String.join(
                            ", ",
                            Stream.of(Relation.values())
                                    .map(relation -> relation.words() + " "
                                            + PowerTable.percent(power.at(relation, level.get())
                                                    .map(curve -> curve.reaching(ratio))))
                                    .toList())
                    + ".");
        }
        for (Relation relation : Relation.values()) {
            power.at(relation, level.orElse(power.questions().first()))
                    .filter(curve -> curve.mostRatio() < ratio)
                    .ifPresent(curve -> lines.add("! No number of probes gives " + wanted + " for \"" + relation.words()
                            + "\": the calibration's " + (curve.mostRatio() - 1)
                            + " independent labs and lines bear out " + curve.mostRatio()
                            + " at most. It takes a calibration with at least "
                            + String.format(Locale.ROOT, "%,.0f", Math.ceil(ratio) - 1) + " (`kinprint calibrate`)."));
        }
    }

    /** How large the background is: what each pair is compared with, but for its kin. */
    private void panel(List<String> lines) {
        List<Origin> origins = Stream.concat(
                        prepared.audit().models().stream()
                                .filter(model -> model.role() != Subject.Role.SUSPECT)
                                .map(Subject::origin),
                        prepared.panel().stream()
                                .flatMap(outputs -> outputs.models().stream())
                                .map(model -> model.origin()))
                .toList();
        long undeclared =
                origins.stream().filter(origin -> origin.lab().isEmpty()).count();
        long labs = undeclared
                + origins.stream()
                        .flatMap(origin -> origin.lab().stream())
                        .map(lab -> lab.toLowerCase(Locale.ROOT))
                        .distinct()
                        .count();
        lines.add(String.format(
                Locale.ROOT,
                "Background: %,d models of %,d labs, candidates counted%s. A pair's own labs and bases are left out.",
                origins.size(),
                labs,
                undeclared == 0 ? "" : ", " + undeclared + " without a declared lab as one each"));
        if (labs < Calibrations.LEAST_LABS + 1) {
            lines.add("! Without " + Calibrations.LEAST_LABS
                    + " labs besides a pair's own no ratio is printed, only ranks.");
        }
        if (origins.size() < Policy.FULL_BACKGROUND + 1) {
            lines.add((ratio >= MODERATE_UNTIL ? "! " : "") + "With fewer than " + Policy.FULL_BACKGROUND
                    + " models besides a pair's own nothing is called more than \"moderate\".");
        }
    }
}
