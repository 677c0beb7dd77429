package dev.kinprint.calibrate;

import dev.kinprint.compare.Comparison;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Weighs the pairs of one audit with one calibration. */
final class Weigher {
    /** Under so many labs in the background no likelihood ratio is printed, only ranks. */
    static final int LEAST_LABS = 10;

    private static final int LEAST_TRANSFER_PAIRS = 20;
    private static final double MOST_OVER_TEN = 0.1;

    /** The log10 of ten. */
    private static final double TEN = 1;

    private final Calibration calibration;
    private final Comparison comparison;
    private final List<Pair> pairs;
    private final List<Integer> panel;
    private final int questions;
    private final Set<Integer> leftOut;
    private final Fusions fusions;
    private final Rulers rulers;
    private final Map<Relation, Map<Pair, Integer>> ranks = new EnumMap<>(Relation.class);
    private final Intervals intervals;

    Weigher(
            Calibration calibration,
            Comparison comparison,
            List<Pair> pairs,
            List<Integer> panel,
            int draws,
            long seed) {
        this.calibration = calibration;
        this.comparison = comparison;
        this.pairs = pairs;
        this.panel = panel;
        this.questions = answered();
        this.leftOut = knownSuspects();
        this.fusions = new Fusions(calibration, questions, leftOut);
        Map<Relation, Ratios> ratios = new EnumMap<>(Relation.class);
        for (Relation relation : Relation.values()) {
            ratios.put(relation, Ratios.of(comparison, relation, fusions));
        }
        this.rulers = new Rulers(comparison, fusions, ratios);
        for (Relation relation : Relation.values()) {
            ranks.put(relation, ranks(relation));
        }
        this.intervals = new Intervals(comparison, pairs, this::standsOut, draws, seed);
    }

    /** Whether a pair comes first for a relation, or reaches the ratio from which a candidate can be named. */
    private boolean standsOut(Pair pair) {
        return Arrays.stream(Relation.values())
                .anyMatch(relation -> rank(pair, relation) == 1
                        || rulers.unbounded(relation, pair.suspect(), pair.candidate())
                                        .orElse(0)
                                >= TEN);
    }

    /** The median number of questions that both models of a pair answered: what the calibration's level is chosen by. */
    private int answered() {
        int[] counts = pairs.stream().mapToInt(this::common).sorted().toArray();
        return counts.length == 0 ? 0 : counts[counts.length / 2];
    }

    private int common(Pair pair) {
        Corpus corpus = comparison.corpus();
        int count = 0;
        for (int q = 0; q < corpus.questions().size(); q++) {
            boolean both = !corpus.texts(pair.suspect(), q).isEmpty()
                    && !corpus.texts(pair.candidate(), q).isEmpty();
            count += both ? 1 : 0;
        }
        return count;
    }

    private Set<Integer> knownSuspects() {
        TreeSet<String> ids = new TreeSet<>();
        List<Sketch> sketches = new ArrayList<>();
        for (Pair pair : pairs) {
            Corpus corpus = comparison.corpus();
            if (ids.add(corpus.members().get(pair.suspect()).id())) {
                sketches.add(Sketch.of(corpus, pair.suspect()));
            }
        }
        return calibration.clustersOf(ids, sketches);
    }

    Weighing weigh() {
        Map<Relation, Transfer> transfer = new EnumMap<>(Relation.class);
        for (Relation relation : Relation.values()) {
            transfer.put(relation, transfer(relation));
        }
        List<Evidence> evidence = new ArrayList<>();
        List<Double> same = new ArrayList<>();
        for (Pair pair : pairs) {
            double sameRather = same(pair);
            for (Relation relation : Relation.values()) {
                Transfer check = java.util.Objects.requireNonNull(transfer.get(relation));
                evidence.add(evidence(pair, relation, check));
                same.add(sameRather);
            }
        }
        SortedMap<Relation, Fit> fits = new TreeMap<>();
        for (Relation relation : Relation.values()) {
            pairs.stream()
                    .flatMap(pair -> fusion(relation, pair).stream())
                    .findFirst()
                    .ifPresent(fitted -> fits.put(relation, fitted.fit()));
        }
        return new Weighing(evidence, rulers, same, transfer, fits, calibration.source(), leftOut.size());
    }

    private double same(Pair pair) {
        SortedMap<String, Double> scores = Features.of(comparison, pair.suspect(), pair.candidate());
        Optional<Fusion> fitted = fusions.sameRatherThanDerived(scores.keySet());
        OptionalDouble log10 = fitted.map(one -> one.unbounded(scores)).orElse(OptionalDouble.empty());
        return log10.isEmpty() ? 0 : fitted.orElseThrow().bounded(log10.getAsDouble());
    }

    private Optional<Fusion> fusion(Relation relation, Pair pair) {
        return fusions.of(
                relation,
                Features.of(comparison, pair.suspect(), pair.candidate()).keySet());
    }

    /** The check, fixed beforehand, that the audit's own unrelated pairs behave as unrelated pairs should. */
    private Transfer transfer(Relation relation) {
        if (calibration.level(questions).isEmpty()) {
            int least = calibration.levels().get(0).questions();
            return new Transfer(
                    0,
                    0,
                    Optional.of("the calibration starts at " + least + " questions, and only " + questions
                            + " were answered by both models"));
        }
        if (pairs.stream().allMatch(pair -> fusion(relation, pair).isEmpty())) {
            return new Transfer(
                    0, 0, Optional.of("the calibration cannot be fitted on the channels that have data here"));
        }
        int counted = 0;
        int high = 0;
        for (int a = 0; a < panel.size(); a++) {
            // Only "distilled" has a direction.
            for (int b = 0; b < (relation == Relation.T ? panel.size() : a); b++) {
                int i = panel.get(a);
                int j = panel.get(b);
                OptionalDouble lr =
                        comparison.kinship().kin(i, j) ? OptionalDouble.empty() : rulers.unbounded(relation, i, j);
                if (lr.isPresent()) {
                    counted++;
                    high += lr.getAsDouble() >= TEN ? 1 : 0;
                }
            }
        }
        Optional<String> problem = Optional.empty();
        if (counted < LEAST_TRANSFER_PAIRS) {
            problem = Optional.of("only " + counted + " unrelated pairs of background models are there to check the"
                    + " calibration on, of at least " + LEAST_TRANSFER_PAIRS);
        } else if (high > MOST_OVER_TEN * counted) {
            problem = Optional.of("the calibration does not fit this corpus: " + high + " of " + counted
                    + " unrelated pairs of background models reach a likelihood ratio of ten");
        }
        return new Transfer(counted, high, problem);
    }

    private Evidence evidence(Pair pair, Relation relation, Transfer check) {
        int i = pair.suspect();
        int j = pair.candidate();
        SortedMap<String, Double> scores = Features.of(comparison, i, j);
        Optional<Fusion> fusion = fusions.of(relation, scores.keySet());
        OptionalDouble point =
                fusion.isEmpty() ? OptionalDouble.empty() : fusion.get().unbounded(scores);
        int labs = comparison.labs(i, j);
        Optional<String> why = check.problem();
        if (why.isEmpty() && labs < LEAST_LABS) {
            why = Optional.of("the background holds models of " + labs + " labs, of at least " + LEAST_LABS);
        }
        if (why.isEmpty() && rulers.beside(relation, i, j)) {
            why = Optional.of("both declare one base, and \"distilled\" speaks of a student on another base");
        }
        if (why.isEmpty() && point.isEmpty()) {
            why = Optional.of("a channel that the likelihood ratio needs has too little data for this pair");
        }
        Optional<LogLr> logLr =
                why.isPresent() ? Optional.empty() : intervals.of(fusion.orElseThrow(), pair, point.getAsDouble());
        if (why.isEmpty() && logLr.isEmpty()) {
            why = Optional.of("most resampled sets of its questions hold too little data for an interval");
        }
        return new Evidence(
                comparison.corpus().members().get(i).id(),
                comparison.corpus().members().get(j).id(),
                relation,
                logLr,
                why,
                contributions(fusion, i, j),
                common(pair),
                comparison.background(i, j).size(),
                labs,
                rank(pair, relation));
    }

    private List<Contribution> contributions(Optional<Fusion> fusion, int i, int j) {
        List<Contribution> found = new ArrayList<>();
        for (String channel : comparison.channels()) {
            OptionalDouble score = comparison.score(channel, i, j);
            OptionalDouble z = comparison.z(channel, i, j);
            if (score.isPresent() && z.isPresent()) {
                found.add(new Contribution(
                        channel,
                        score.getAsDouble(),
                        z.getAsDouble(),
                        fusion.flatMap(fitted -> fitted.contribution(channel, z.getAsDouble()))));
            }
        }
        return found;
    }

    /** The place of a candidate among the listed candidates of its suspect, by the likelihood ratio before bounds. */
    private int rank(Pair pair, Relation relation) {
        return java.util.Objects.requireNonNull(
                java.util.Objects.requireNonNull(ranks.get(relation)).get(pair));
    }

    private Map<Pair, Integer> ranks(Relation relation) {
        Comparator<Pair> best = Comparator.comparingInt(Pair::suspect)
                .thenComparing(pair -> rulers.unbounded(relation, pair.suspect(), pair.candidate())
                        .isEmpty())
                .thenComparing(pair -> -rulers.unbounded(relation, pair.suspect(), pair.candidate())
                        .orElse(0))
                .thenComparing(Pair::candidate);
        Map<Pair, Integer> places = new HashMap<>();
        int suspect = -1;
        int rank = 0;
        for (Pair pair : pairs.stream().sorted(best).toList()) {
            rank = pair.suspect() == suspect ? rank + 1 : 1;
            suspect = pair.suspect();
            places.put(pair, rank);
        }
        return places;
    }
}
