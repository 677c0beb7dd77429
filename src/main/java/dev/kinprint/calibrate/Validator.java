package dev.kinprint.calibrate;

import dev.kinprint.compare.Comparison;
import dev.kinprint.compare.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Weighs every labelled pair of a corpus with a calibration that has not seen its clusters, and counts. */
final class Validator {
    /** How many of the pairs that are missed, and of those that are taken for related, are listed for each relation. */
    private static final int WORST = 5;

    private final Comparison comparison;
    private final Truth truth;
    private final Calibration calibration;
    private final boolean cross;
    private final int questions;
    private final long seed;
    private final List<Validation.Scored> scored = new ArrayList<>();
    private final Map<Set<Integer>, Fusions> fitted = new HashMap<>();
    private final List<? extends List<? extends SortedMap<String, Double>>> scores;

    /**
     * Weighs one comparison.
     *
     * @param fitOn the comparison whose pairs the ratios are fitted on, where no calibration is given
     */
    Validator(
            Comparison comparison,
            Comparison fitOn,
            Truth truth,
            Optional<Calibrations> tested,
            int questions,
            long seed) {
        this.comparison = comparison;
        this.truth = truth;
        this.cross = tested.isEmpty();
        this.questions = questions;
        this.seed = seed;
        this.calibration = tested.map(Calibrations::calibration).orElseGet(() -> own(fitOn, truth, questions, seed));
        this.scores = IntStream.range(0, comparison.corpus().members().size())
                .parallel()
                .mapToObj(i -> IntStream.range(0, comparison.corpus().members().size())
                        .mapToObj(j -> i == j ? new TreeMap<String, Double>() : Features.of(comparison, i, j))
                        .toList())
                .toList();
    }

    private static Calibration own(Comparison comparison, Truth truth, int questions, long seed) {
        List<Calibration.KnownModel> models = new ArrayList<>();
        for (int m = 0; m < comparison.corpus().members().size(); m++) {
            models.add(new Calibration.KnownModel(
                    comparison.corpus().members().get(m).id(), truth.cluster(m), new Sketch(List.of())));
        }
        CalibrationSource source = new CalibrationSource(
                "cross",
                "itself",
                models.size(),
                questions,
                1,
                0,
                Optional.empty(),
                CalibrationSource.DISTILLED_BY,
                seed);
        return new Calibration(
                source, models, List.of(new Calibration.Level(questions, Calibrator.pairs(comparison, truth, 0))));
    }

    /**
     * The log10 likelihood ratio of a pair before bounds, with the fusion that gave it. Where the calibration comes from
     * this corpus, the clusters of the pair are left out of the fit.
     */
    private Optional<Weighed> weigh(Relation relation, int i, int j) {
        Set<Integer> leftOut = new TreeSet<>();
        if (cross) {
            leftOut.add(truth.cluster(i));
            if (relation != Relation.T) {
                leftOut.add(truth.cluster(j));
            }
        }
        SortedMap<String, Double> has = scores.get(i).get(j);
        Optional<Fusion> fusion = fitted.computeIfAbsent(
                        leftOut, without -> new Fusions(calibration, questions, without))
                .of(relation, has.keySet());
        if (fusion.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble log10 = fusion.get().unbounded(has);
        return log10.isEmpty()
                ? Optional.empty()
                : Optional.of(new Weighed(log10.getAsDouble(), fusion.get().bounded(log10.getAsDouble())));
    }

    private record Weighed(double unbounded, double bounded) {}

    List<RelationFigures> relations() {
        scored.clear();
        List<RelationFigures> found = new ArrayList<>();
        Set<Truth.Kind> both = Set.of(Truth.Kind.SAME, Truth.Kind.DERIVED);
        found.add(sameOrDerived("SD", both, Truth.Kind.CLEAN));
        found.add(sameOrDerived("S", Set.of(Truth.Kind.SAME), Truth.Kind.CLEAN));
        found.add(sameOrDerived("D", Set.of(Truth.Kind.DERIVED), Truth.Kind.CLEAN));
        found.add(sameOrDerived("SD-distant", both, Truth.Kind.DISTANT));
        found.add(sameOrDerived("SD-same-base", both, Truth.Kind.SAME_BASE));
        found.add(sameOrDerived("SD-taught", both, Truth.Kind.TAUGHT));
        found.add(sameOrDerived("SD-co-students", both, Truth.Kind.CO_STUDENTS));
        Sources sources = new Sources(truth, this::distilled, seed);
        found.add(sources.family());
        found.add(sources.any());
        found.add(distilledPairs());
        found.removeIf(figures -> figures.measures().isEmpty());
        return List.copyOf(found);
    }

    private OptionalDouble distilled(Pair pair) {
        return weigh(Relation.T, pair.suspect(), pair.candidate())
                .map(weighed -> OptionalDouble.of(weighed.unbounded()))
                .orElse(OptionalDouble.empty());
    }

    private RelationFigures sameOrDerived(String name, Set<Truth.Kind> positives, Truth.Kind negative) {
        Relation relation = name.equals("D") ? Relation.D : Relation.S;
        Trial ranked = new Trial();
        Trial weighed = new Trial();
        forEachPair((i, j) -> {
            Truth.Kind kind = truth.kind(new Pair(i, j));
            boolean positive = positives.contains(kind);
            if (positive || kind == negative) {
                Optional<Weighed> lr =
                        name.equals("SD") || name.startsWith("SD-") ? either(i, j) : weigh(relation, i, j);
                lr.ifPresent(found -> {
                    ranked.add(found.unbounded(), positive, truth.cluster(i), truth.cluster(j));
                    weighed.add(found.bounded(), positive, truth.cluster(i), truth.cluster(j));
                });
            }
        });
        return figures(name, ranked, weighed);
    }

    /** "Same or derived": the mean of both likelihood ratios, as the two are taken to be equally likely. */
    private Optional<Weighed> either(int i, int j) {
        Optional<Weighed> same = weigh(Relation.S, i, j);
        Optional<Weighed> derived = weigh(Relation.D, i, j);
        if (same.isEmpty() || derived.isEmpty()) {
            return same.or(() -> derived);
        }
        return Optional.of(new Weighed(
                mean(same.get().unbounded(), derived.get().unbounded()),
                mean(same.get().bounded(), derived.get().bounded())));
    }

    private static double mean(double a, double b) {
        return StrictMath.log10((StrictMath.pow(10, a) + StrictMath.pow(10, b)) / 2);
    }

    private RelationFigures distilledPairs() {
        Trial ranked = new Trial();
        Trial weighed = new Trial();
        forEachDirected((i, j) -> {
            Pair pair = new Pair(i, j);
            boolean positive = truth.distilled(pair);
            if (positive || truth.notDistilled(pair)) {
                weigh(Relation.T, i, j).ifPresent(found -> {
                    // Sources are the same few for all; what is drawn anew is the suspects.
                    ranked.add(found.unbounded(), positive, truth.cluster(i), truth.cluster(i));
                    weighed.add(found.bounded(), positive, truth.cluster(i), truth.cluster(i));
                });
            }
        });
        return figures("T", ranked, weighed);
    }

    private RelationFigures figures(String name, Trial ranked, Trial weighed) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        counts.put("positives", ranked.count(true));
        counts.put("negatives", ranked.count(false));
        if (ranked.count(true) > 0 && ranked.count(false) > 0) {
            scored.add(weighed.scored(name));
        }
        return new RelationFigures(name, counts, Trial.measures(ranked, weighed, seed));
    }

    /** What the figures of {@link #relations} rest on, in their order. */
    List<Validation.Scored> scored() {
        return List.copyOf(scored);
    }

    Validation.FalseAccusations falseAccusations() {
        int[] counts = new int[4];
        TreeMap<Integer, Integer> accused = new TreeMap<>();
        Rate rate = new Rate();
        forEachPair((i, j) -> {
            Truth.Kind kind = truth.kind(new Pair(i, j));
            if (kind == Truth.Kind.CLEAN || kind == Truth.Kind.DISTANT) {
                for (Relation relation : List.of(Relation.S, Relation.D)) {
                    count(relation, i, j, kind == Truth.Kind.CLEAN, counts, accused, rate);
                }
            }
        });
        forEachDirected((i, j) -> {
            if (truth.notDistilled(new Pair(i, j))) {
                count(Relation.T, i, j, truth.kind(new Pair(i, j)) == Truth.Kind.CLEAN, counts, accused, rate);
            }
        });
        TreeMap<String, Integer> byModel = new TreeMap<>();
        TreeMap<Integer, Boolean> labs = new TreeMap<>();
        Rate models = new Rate();
        accused.forEach((member, often) -> {
            int cluster = truth.cluster(member);
            models.add(cluster, cluster, often > 0);
            labs.merge(cluster, often > 0, Boolean::logicalOr);
            if (often > 0) {
                byModel.put(comparison.corpus().members().get(member).id(), often);
            }
        });
        Rate clusters = new Rate();
        labs.forEach((cluster, hit) -> clusters.add(cluster, cluster, hit));
        return new Validation.FalseAccusations(
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                rate.interval(seed),
                byModel.size(),
                byModel,
                models.interval(seed),
                (int) labs.values().stream().filter(hit -> hit).count(),
                clusters.interval(seed));
    }

    private void count(
            Relation relation, int i, int j, boolean clean, int[] counts, Map<Integer, Integer> accused, Rate rate) {
        weigh(relation, i, j).ifPresent(lr -> {
            boolean ten = lr.bounded() >= 1;
            counts[0]++;
            counts[1] += ten ? 1 : 0;
            counts[2] += clean ? 1 : 0;
            counts[3] += clean && ten ? 1 : 0;
            rate.add(truth.cluster(i), truth.cluster(j), ten);
            accused.merge(i, ten ? 1 : 0, Integer::sum);
        });
    }

    /** For each relation the related and the unrelated pairs whose likelihood ratios point farthest the wrong way. */
    List<Validation.Misled> worst() {
        List<Validation.Misled> found = new ArrayList<>();
        forEachPair((i, j) -> {
            Truth.Kind kind = truth.kind(new Pair(i, j));
            if (kind == Truth.Kind.SAME || kind == Truth.Kind.CLEAN) {
                misled(Relation.S, i, j, kind == Truth.Kind.SAME).ifPresent(found::add);
            }
            if (kind == Truth.Kind.DERIVED || kind == Truth.Kind.CLEAN) {
                misled(Relation.D, i, j, kind == Truth.Kind.DERIVED).ifPresent(found::add);
            }
        });
        forEachDirected((i, j) -> {
            Pair pair = new Pair(i, j);
            boolean holds = truth.distilled(pair);
            if (holds || truth.notDistilled(pair)) {
                misled(Relation.T, i, j, holds).ifPresent(found::add);
            }
        });
        return found.stream()
                .sorted(Comparator.comparing(Validation.Misled::relation)
                        .thenComparing(Validation.Misled::holds)
                        .thenComparing(one -> -Math.abs(one.log10Lr()))
                        .thenComparing(Validation.Misled::suspect)
                        .thenComparing(Validation.Misled::candidate))
                .collect(Collectors.groupingBy(
                        one -> List.of(one.relation(), one.holds()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(group -> group.stream().limit(WORST))
                .toList();
    }

    private Optional<Validation.Misled> misled(Relation relation, int i, int j, boolean holds) {
        return weigh(relation, i, j)
                .map(Weighed::bounded)
                .filter(lr -> holds ? lr < 0 : lr > 0)
                .map(lr -> new Validation.Misled(
                        comparison.corpus().members().get(i).id(),
                        comparison.corpus().members().get(j).id(),
                        relation,
                        holds,
                        lr));
    }

    private interface PairAction {
        void accept(int i, int j);
    }

    private void forEachPair(PairAction action) {
        int members = comparison.corpus().members().size();
        for (int i = 0; i < members; i++) {
            for (int j = i + 1; j < members; j++) {
                action.accept(i, j);
            }
        }
    }

    private void forEachDirected(PairAction action) {
        int members = comparison.corpus().members().size();
        for (int i = 0; i < members; i++) {
            for (int j = 0; j < members; j++) {
                if (i != j) {
                    action.accept(i, j);
                }
            }
        }
    }
}
