package dev.kinprint.calibrate;

import dev.kinprint.stats.Discrimination;
import dev.kinprint.stats.Draws;
import dev.kinprint.stats.Interval;
import dev.kinprint.stats.PerfectCalibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Labelled scores from two clusters each, and what they show. Clusters count equally; intervals draw clusters anew, and
 * a score counts as often as both of its clusters were drawn.
 */
final class Trial {
    private static final int DRAWS = 1_000;
    private static final int LEAST_FOR_ONE_PERCENT = 300;
    private static final int SIMULATED = 400;

    /**
     * One labelled score.
     *
     * @param score log10 likelihood ratio
     * @param positive whether the relation holds
     * @param first a cluster
     * @param second another, or the same
     */
    record Item(double score, boolean positive, int first, int second) {}

    private final List<Item> items = new ArrayList<>();

    void add(double score, boolean positive, int first, int second) {
        items.add(new Item(score, positive, first, second));
    }

    int count(boolean positive) {
        return (int) items.stream().filter(item -> item.positive() == positive).count();
    }

    /** AUROC, rates and costs with their intervals, as far as the items allow. */
    NavigableMap<String, Interval> measures(long seed) {
        NavigableMap<String, Interval> found = new TreeMap<>();
        if (count(true) < 1 || count(false) < 1) {
            return found;
        }
        List<double[]> draws = new ArrayList<>();
        for (int b = 0; b < DRAWS; b++) {
            draws.add(weights(Optional.of(new Draws(seed, b))));
        }
        put(found, "auroc", draws, Discrimination::auroc);
        // A rate of one in a hundred cannot be seen in fewer than some hundred negatives.
        if (count(false) >= LEAST_FOR_ONE_PERCENT) {
            put(found, "tprAt1PercentFpr", draws, trial -> trial.truePositiveRate(0.01));
        } else {
            put(found, "tprAtZeroFalsePositives", draws, trial -> trial.truePositiveRate(0));
        }
        put(found, "eer", draws, Discrimination::equalErrorRate);
        put(found, "cllr", draws, Discrimination::cllr);
        put(found, "cllrMin", draws, Discrimination::cllrMin);
        return found;
    }

    /** Ranks are measured before bounds, which make ties; costs are measured on what is printed. */
    static NavigableMap<String, Interval> measures(Trial ranked, Trial weighed, long seed) {
        NavigableMap<String, Interval> found = ranked.measures(seed);
        NavigableMap<String, Interval> printed = weighed.measures(seed);
        for (String cost : List.of("cllr", "cllrMin")) {
            Optional.ofNullable(printed.get(cost)).ifPresent(interval -> found.put(cost, interval));
        }
        weighed.calibrationLoss(found, seed);
        ranked.oneLabelFlipped(found);
        return found;
    }

    /** The calibration loss, and beside it what perfect calibration would show with as many clusters. */
    private void calibrationLoss(Map<String, Interval> found, long seed) {
        Interval area = found.get("auroc");
        if (area == null) {
            return;
        }
        Discrimination even = discrimination(weights(Optional.empty()));
        double loss = Math.max(0, even.cllr() - even.cllrMin());
        found.put("calibrationLoss", new Interval(loss, loss, loss));
        found.put(
                "calibrationLossIfPerfect",
                PerfectCalibration.loss(area.value(), groups(true), groups(false), SIMULATED, seed));
    }

    /** The area under the curve, and its least and greatest value where one positive group is taken for negatives. */
    private void oneLabelFlipped(Map<String, Interval> found) {
        Interval area = found.get("auroc");
        if (area == null || groups(true) < 2) {
            return;
        }
        double low = area.value();
        double high = area.value();
        for (String flipped : new TreeSet<>(
                items.stream().filter(Item::positive).map(Trial::group).toList())) {
            Trial other = new Trial();
            items.forEach(item -> other.add(
                    item.score(), item.positive() && !group(item).equals(flipped), item.first(), item.second()));
            double flippedArea =
                    other.discrimination(other.weights(Optional.empty())).auroc();
            low = Math.min(low, flippedArea);
            high = Math.max(high, flippedArea);
        }
        found.put("aurocOneLabelFlipped", new Interval(area.value(), low, high));
    }

    private int groups(boolean positive) {
        return (int) items.stream()
                .filter(item -> item.positive() == positive)
                .map(Trial::group)
                .distinct()
                .count();
    }

    /** The scores as a curve needs them. */
    Validation.Scored scored(String relation) {
        double[] weights = weights(Optional.empty());
        List<Validation.Scored.Point> points = new ArrayList<>();
        for (int k = 0; k < weights.length; k++) {
            points.add(new Validation.Scored.Point(
                    items.get(k).score(), items.get(k).positive(), weights[k]));
        }
        return new Validation.Scored(relation, points);
    }

    private void put(
            Map<String, Interval> found, String name, List<double[]> draws, ToDoubleFunction<Discrimination> measure) {
        Discrimination even = discrimination(weights(Optional.empty()));
        double value = measure.applyAsDouble(even);
        double[] redrawn = draws.stream()
                .parallel()
                .filter(this::bothKinds)
                .mapToDouble(weights -> measure.applyAsDouble(even.reweighted(weights)))
                .toArray();
        if (redrawn.length == 0) {
            return;
        }
        Interval interval = Interval.percentile(value, redrawn);
        found.put(name, new Interval(value, Math.min(value, interval.low()), Math.max(value, interval.high())));
    }

    private Discrimination discrimination(double[] weights) {
        double[] scores = items.stream()
                .mapToDouble(item -> item.score() * StrictMath.log(10))
                .toArray();
        boolean[] positive = new boolean[items.size()];
        for (int k = 0; k < positive.length; k++) {
            positive[k] = items.get(k).positive();
        }
        return new Discrimination(scores, positive, weights);
    }

    private boolean bothKinds(double[] weights) {
        boolean[] seen = new boolean[2];
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                seen[items.get(k).positive() ? 1 : 0] = true;
            }
        }
        return seen[0] && seen[1];
    }

    /** Weights that let every pair of clusters count once, times how often its clusters are drawn. */
    private double[] weights(Optional<Draws> random) {
        TreeMap<String, Integer> sizes = new TreeMap<>();
        TreeSet<Integer> clusters = new TreeSet<>();
        for (Item item : items) {
            sizes.merge(group(item), 1, Integer::sum);
            clusters.add(item.first());
            clusters.add(item.second());
        }
        TreeMap<Integer, Double> drawn = new TreeMap<>();
        if (random.isPresent()) {
            double[] often = random.get().bootstrap(clusters.size());
            int at = 0;
            for (int cluster : clusters) {
                drawn.put(cluster, often[at++]);
            }
        }
        double[] weights = new double[items.size()];
        for (int k = 0; k < weights.length; k++) {
            Item item = items.get(k);
            double first = drawn.getOrDefault(item.first(), 1.0);
            double second = item.first() == item.second() ? 1 : drawn.getOrDefault(item.second(), 1.0);
            weights[k] = first * second / sizes.getOrDefault(group(item), 1);
        }
        return weights;
    }

    private static String group(Item item) {
        int low = Math.min(item.first(), item.second());
        int high = Math.max(item.first(), item.second());
        return (item.positive() ? "+" : "-") + low + "/" + high;
    }
}
