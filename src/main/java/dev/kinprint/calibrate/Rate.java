package dev.kinprint.calibrate;

import dev.kinprint.stats.Draws;
import dev.kinprint.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A share of pairs, with an interval that draws clusters of models anew. */
final class Rate {
    private static final int DRAWS = 1_000;

    private final Map<String, int[]> groups = new TreeMap<>();
    private final Map<Integer, Integer> numbers = new TreeMap<>();

    void add(int first, int second, boolean hit) {
        numbers.putIfAbsent(first, numbers.size());
        numbers.putIfAbsent(second, numbers.size());
        int[] group = groups.computeIfAbsent(
                Math.min(first, second) + "/" + Math.max(first, second), g -> new int[] {first, second, 0, 0});
        group[2]++;
        group[3] += hit ? 1 : 0;
    }

    Interval interval(long seed) {
        List<double[]> shares = new ArrayList<>();
        double[] even = new double[numbers.size()];
        java.util.Arrays.fill(even, 1);
        for (int b = 0; b < DRAWS; b++) {
            shares.add(new Draws(seed, b).bootstrap(numbers.size()));
        }
        double value = share(even);
        Interval interval = Interval.percentile(
                value, shares.stream().mapToDouble(this::share).toArray());
        return new Interval(value, Math.min(value, interval.low()), Math.max(value, interval.high()));
    }

    private double share(double[] often) {
        double all = 0;
        double hits = 0;
        for (int[] group : groups.values()) {
            double first = often[numbers.getOrDefault(group[0], 0)];
            double second = group[0] == group[1] ? 1 : often[numbers.getOrDefault(group[1], 0)];
            all += first * second * group[2];
            hits += first * second * group[3];
        }
        return all == 0 ? 0 : hits / all;
    }
}
