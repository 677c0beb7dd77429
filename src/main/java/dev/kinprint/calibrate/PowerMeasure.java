package dev.kinprint.calibrate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Weighs the related pairs of a calibration by fits that have not seen their clusters. */
final class PowerMeasure {
    private final Calibration calibration;

    PowerMeasure(Calibration calibration) {
        this.calibration = calibration;
    }

    Power measure(String id, LocalDate date) {
        List<Power.Curve> curves = new ArrayList<>();
        for (Calibration.Level level : calibration.levels()) {
            for (Relation relation : Relation.values()) {
                curve(level, relation).ifPresent(curves::add);
            }
        }
        return new Power(id, date, calibration.models().size(), curves);
    }

    private Optional<Power.Curve> curve(Calibration.Level level, Relation relation) {
        Map<Set<Integer>, Fusions> fits = new HashMap<>();
        List<Power.Weighed> weighed = new ArrayList<>();
        Optional<Fusion> whole = Optional.empty();
        for (LabelledPair pair : level.pairs()) {
            if (pair.kind().speaksFor(relation).equals(Optional.of(true))) {
                int suspect = cluster(pair.suspect());
                int candidate = relation == Relation.T ? suspect : cluster(pair.candidate());
                Set<Integer> leftOut = new TreeSet<>(List.of(suspect));
                leftOut.add(candidate);
                double log10 = fits.computeIfAbsent(
                                leftOut, without -> new Fusions(calibration, level.questions(), without))
                        .of(relation, pair.z().channels())
                        .map(fit -> bounded(fit, pair))
                        .orElse(OptionalDouble.empty())
                        .orElse(0);
                weighed.add(new Power.Weighed(log10, suspect, candidate));
                whole = whole.or(() -> new Fusions(calibration, level.questions(), Set.of())
                        .of(relation, pair.z().channels()));
            }
        }
        return whole.map(fit -> new Power.Curve(relation, level.questions(), fit.upperBound(), weighed));
    }

    private static OptionalDouble bounded(Fusion fit, LabelledPair pair) {
        OptionalDouble log10 = fit.unbounded(pair.z()::of);
        return log10.isEmpty() ? log10 : OptionalDouble.of(fit.bounded(log10.getAsDouble()));
    }

    private int cluster(int model) {
        return calibration.models().get(model).cluster();
    }
}
