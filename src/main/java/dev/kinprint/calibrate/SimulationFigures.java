package dev.kinprint.calibrate;

import dev.kinprint.stats.Interval;
import dev.kinprint.stats.Proportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What was found at one number of questions and size of background.
 *
 * @param probes how many questions were asked
 * @param labs how many labs the background comes from, besides those of the candidates
 * @param unrelated suspects that come from no candidate: for each relation, how often they are accused
 * @param accused the share of these suspects for which any candidate is named for any relation
 * @param related suspects that come from a candidate, by kind and dose: how often that is found
 * @param calibration for each relation AUROC, Cllr and its least value, with intervals that draw worlds anew
 */
public record SimulationFigures(
        int probes,
        int labs,
        List<Group> unrelated,
        Optional<Interval> accused,
        List<Group> related,
        SortedMap<Relation, SortedMap<String, Interval>> calibration) {
    private static final List<String> MEASURES = List.of("auroc", "cllr", "cllrMin");

    /** Copies the lists. */
    public SimulationFigures {
        unrelated = List.copyOf(unrelated);
        related = List.copyOf(related);
        calibration = Collections.unmodifiableSortedMap(
                new TreeMap<>((Map<Relation, SortedMap<String, Interval>>) calibration));
    }

    /**
     * Suspects of one kind and what was said of them.
     *
     * @param kind how they came to be
     * @param percent the dose of students; 0 for all others
     * @param relation the relation weighed: the one that holds, or any for unrelated suspects
     * @param suspects how many suspects
     * @param weighed for how many of them a ratio may be printed
     * @param pairs how many pairs: with its source alone for a related suspect, with every candidate for an unrelated one
     * @param pairsAtTen how many of the pairs reach a ratio of ten
     * @param atTen the share of suspects with such a pair, with its exact interval
     * @param named the share of suspects for which the source, or of unrelated ones any candidate, is named
     * @param misnamed how many suspects are named as something that they are not
     * @param median the median log10 likelihood ratio of the pairs that have one
     */
    public record Group(
            Simulation.Kind kind,
            int percent,
            Relation relation,
            int suspects,
            int weighed,
            int pairs,
            int pairsAtTen,
            Interval atTen,
            Interval named,
            int misnamed,
            Optional<Double> median) {}

    /**
     * Counts.
     *
     * @param all every weighed pair of the setting
     * @param seed decides the draws
     */
    public static SimulationFigures of(int probes, int labs, List<Simulation.Weighed> all, long seed) {
        List<Simulation.Weighed> strangers = all.stream()
                .filter(one -> one.suspect().kind() == Simulation.Kind.UNRELATED)
                .toList();
        List<Group> unrelated = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            if (strangers.stream().anyMatch(one -> one.relation() == relation)) {
                unrelated.add(group(strangers, one -> one.relation() == relation, relation, 0));
            }
        }
        List<Group> related = new ArrayList<>();
        for (Simulation.Kind kind : Simulation.Kind.values()) {
            kind.relation().ifPresent(relation -> {
                TreeSet<Integer> doses = new TreeSet<>();
                all.stream()
                        .filter(one -> one.suspect().kind() == kind)
                        .forEach(one -> doses.add(one.suspect().percent()));
                for (int dose : doses) {
                    List<Simulation.Weighed> suspects = all.stream()
                            .filter(one -> one.suspect().kind() == kind
                                    && one.suspect().percent() == dose)
                            .toList();
                    related.add(group(suspects, Simulation.Weighed::holds, relation, dose));
                }
            });
        }
        return new SimulationFigures(
                probes,
                labs,
                unrelated,
                strangers.isEmpty() ? Optional.empty() : Optional.of(share(strangers, Simulation.Weighed::named)),
                related,
                calibration(all, seed));
    }

    private static Group group(
            List<Simulation.Weighed> of, Predicate<Simulation.Weighed> looked, Relation relation, int percent) {
        List<Simulation.Weighed> pairs = of.stream().filter(looked).toList();
        double[] ratios = pairs.stream()
                .flatMap(one -> one.log10Lr().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return new Group(
                of.get(0).suspect().kind(),
                percent,
                relation,
                suspects(of, one -> true),
                suspects(pairs, one -> one.log10Lr().isPresent()),
                pairs.size(),
                (int) pairs.stream().filter(Simulation.Weighed::moderate).count(),
                share(pairs, Simulation.Weighed::moderate),
                share(pairs, Simulation.Weighed::named),
                suspects(of, one -> one.named() && !one.holds()),
                ratios.length == 0 ? Optional.empty() : Optional.of(Interval.quantile(ratios, 0.5)));
    }

    private static Interval share(List<Simulation.Weighed> pairs, Predicate<Simulation.Weighed> hit) {
        return Proportion.of(suspects(pairs, hit), suspects(pairs, one -> true));
    }

    private static int suspects(List<Simulation.Weighed> pairs, Predicate<Simulation.Weighed> hit) {
        return (int) pairs.stream()
                .filter(hit)
                .map(Simulation.Weighed::suspect)
                .distinct()
                .count();
    }

    private static SortedMap<Relation, SortedMap<String, Interval>> calibration(
            List<Simulation.Weighed> all, long seed) {
        SortedMap<Relation, SortedMap<String, Interval>> found = new TreeMap<>();
        List<Long> worlds = all.stream()
                .map(one -> one.suspect().world())
                .distinct()
                .sorted()
                .toList();
        for (Relation relation : Relation.values()) {
            Trial trial = new Trial();
            all.stream()
                    .filter(one -> one.relation() == relation
                            && one.log10Lr().isPresent()
                            && (one.holds() || one.suspect().kind() == Simulation.Kind.UNRELATED))
                    .forEach(one -> {
                        int world = worlds.indexOf(one.suspect().world());
                        trial.add(one.log10Lr().orElseThrow(), one.holds(), world, world);
                    });
            SortedMap<String, Interval> measures = trial.measures(seed);
            measures.keySet().retainAll(MEASURES);
            if (!measures.isEmpty()) {
                found.put(relation, measures);
            }
        }
        return found;
    }
}
