package dev.kinprint.verdict;

import dev.kinprint.compare.Series;
import dev.kinprint.stats.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of a run that later runs are compared with: aggregates, and no word of any answer.
 *
 * @param terms what must be the same for figures to be comparable
 * @param figures each figure by its name, such as {@code similarity(a, b)}
 */
public record Baseline(Terms terms, SortedMap<String, Figure> figures) {
    /**
     * What decides whether the figures of two runs can be compared.
     *
     * @param probeSetHash over everything that was asked
     * @param embedder what made the vectors, or {@code none}
     * @param calibration what made likelihood ratios of scores
     */
    public record Terms(String probeSetHash, String embedder, String calibration) {
        /** What differs from other terms, each as a sentence's part; none where the figures can be compared. */
        public List<String> differences(Terms other) {
            List<String> found = new ArrayList<>();
            differ(found, "probe set", probeSetHash, other.probeSetHash);
            differ(found, "embedder", embedder, other.embedder);
            differ(found, "calibration", calibration, other.calibration);
            return List.copyOf(found);
        }

        private static void differ(List<String> found, String what, String one, String other) {
            if (!one.equals(other)) {
                found.add("the " + what + " is " + one + " here and " + other + " there");
            }
        }
    }

    /**
     * One figure.
     *
     * @param mean its mean with a 95 % interval
     * @param series its values by question
     */
    public record Figure(Interval mean, Series series) {}

    /** Copies the figures. */
    public Baseline {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Figure>) figures));
    }

    /** The values of a figure, where the baseline has it. */
    public Optional<Series> series(String figure) {
        return Optional.ofNullable(figures.get(figure)).map(Figure::series);
    }
}
