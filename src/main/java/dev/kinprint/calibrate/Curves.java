package dev.kinprint.calibrate;

import dev.kinprint.stats.Normal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The curves that show how likelihood ratios of known pairs lie. */
public final class Curves {
    /** A DET curve shows no rate under this, and none over one less this. */
    public static final double LEAST_RATE = 0.0005;

    private Curves() {}

    /**
     * A point of a curve.
     *
     * @param x from left to right
     * @param y from bottom to top
     */
    public record Point(double x, double y) {}

    /**
     * Half of a Tippett plot: the share of pairs whose log10 likelihood ratio is at least x, clusters counting equally.
     *
     * @param holds whether of the pairs of which the relation holds, or of the others
     * @param end the curve runs from minus this to this
     */
    public static List<Point> atOrAbove(Validation.Scored scored, boolean holds, double end) {
        List<Validation.Scored.Point> points = scored.points().stream()
                .filter(point -> point.holds() == holds)
                .sorted(Comparator.comparingDouble(Validation.Scored.Point::log10Lr))
                .toList();
        double total =
                points.stream().mapToDouble(Validation.Scored.Point::weight).sum();
        List<Point> curve = new ArrayList<>();
        curve.add(new Point(-end, 1));
        double above = total;
        for (Validation.Scored.Point point : points) {
            curve.add(new Point(point.log10Lr(), above / total));
            above = Math.max(0, above - point.weight());
            curve.add(new Point(point.log10Lr(), above / total));
        }
        curve.add(new Point(end, 0));
        return curve;
    }

    /** A DET curve: the share missed over the share of false alarms for all thresholds, both as {@link #probit}. */
    public static List<Point> det(Validation.Scored scored) {
        double[] thresholds = scored.points().stream()
                .mapToDouble(Validation.Scored.Point::log10Lr)
                .sorted()
                .distinct()
                .toArray();
        List<Point> curve = new ArrayList<>();
        for (double threshold : thresholds) {
            curve.add(new Point(probit(share(scored, false, threshold)), probit(1 - share(scored, true, threshold))));
        }
        curve.add(new Point(probit(0), probit(1)));
        return curve;
    }

    /** A rate on the scale of a normal deviate, cut at {@link #LEAST_RATE}. */
    public static double probit(double rate) {
        return Normal.quantile(Math.max(LEAST_RATE, Math.min(1 - LEAST_RATE, rate)));
    }

    private static double share(Validation.Scored scored, boolean holds, double threshold) {
        double above = 0;
        double total = 0;
        for (Validation.Scored.Point point : scored.points()) {
            if (point.holds() == holds) {
                total += point.weight();
                above += point.log10Lr() >= threshold ? point.weight() : 0;
            }
        }
        return above / total;
    }
}
