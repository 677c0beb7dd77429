package dev.kinprint.calibrate;

import dev.kinprint.compare.Comparison;
import dev.kinprint.compare.Pair;
import dev.kinprint.compare.Resampling;
import dev.kinprint.stats.Interval;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * The intervals of the likelihood ratios of some pairs: percentiles of bootstrap draws. Of more than
 * {@value Weighing#MANY_PAIRS} pairs, only those that stand out get all draws, and the others
 * {@value Weighing#FEW_DRAWS}.
 */
final class Intervals {
    private final Resampling all;
    private final Resampling few;
    private final Map<Pair, Integer> inAll = new HashMap<>();
    private final Map<Pair, Integer> inFew = new HashMap<>();

    /**
     * Prepares draws.
     *
     * @param standsOut which pairs get all draws where pairs are many
     * @param draws how many draws are all
     */
    Intervals(Comparison comparison, List<Pair> pairs, Predicate<Pair> standsOut, int draws, long seed) {
        boolean many = pairs.size() > Weighing.MANY_PAIRS;
        List<Pair> leading =
                pairs.stream().filter(pair -> !many || standsOut.test(pair)).toList();
        List<Pair> rest =
                pairs.stream().filter(pair -> many && !standsOut.test(pair)).toList();
        leading.forEach(pair -> inAll.putIfAbsent(pair, inAll.size()));
        rest.forEach(pair -> inFew.putIfAbsent(pair, inFew.size()));
        this.all = Resampling.of(comparison, leading, draws, seed);
        this.few = Resampling.of(comparison, rest, Math.min(draws, Weighing.FEW_DRAWS), seed);
    }

    /**
     * A ratio with its interval. Empty where more than half of the draws lack data: the rest would show too narrow an
     * interval, or none.
     *
     * @param fusion the fit that weighs the pair
     * @param point the log10 likelihood ratio before bounds
     */
    Optional<LogLr> of(Fusion fusion, Pair pair, double point) {
        Integer place = inAll.get(pair);
        return place != null
                ? of(fusion, all, place, point)
                : of(fusion, few, java.util.Objects.requireNonNull(inFew.get(pair)), point);
    }

    private static Optional<LogLr> of(Fusion fusion, Resampling resampling, int place, double point) {
        double[] draws = new double[resampling.size()];
        int found = 0;
        for (int b = 0; b < draws.length; b++) {
            int draw = b;
            OptionalDouble lr = fusion.unbounded(channel -> resampling.z(draw, channel, place));
            if (lr.isPresent()) {
                draws[found++] = fusion.bounded(lr.getAsDouble());
            }
        }
        if (found == 0 || found * 2 < draws.length) {
            return Optional.empty();
        }
        double value = fusion.bounded(point);
        Interval interval = Interval.percentile(value, Arrays.copyOf(draws, found));
        return Optional.of(new LogLr(value, Math.min(value, interval.low()), Math.max(value, interval.high())));
    }
}
