package dev.kinprint.report;

import dev.kinprint.calibrate.Curves;
import dev.kinprint.calibrate.Validation;
import java.util.List;
import java.util.stream.IntStream;

/** The curves of a validation as SVG pictures. */
public final class ValidationPictures {
    private static final List<Double> RATES = List.of(0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99);

    private ValidationPictures() {}

    /**
     * A Tippett plot: of related and of unrelated pairs, the share whose log10 likelihood ratio is at least so great. The
     * farther the curves lie apart around 0, the better; the unrelated pairs right of 0 are misled.
     */
    public static String tippett(Validation.Scored scored) {
        double most = scored.points().stream()
                .mapToDouble(point -> Math.abs(point.log10Lr()))
                .max()
                .orElse(0);
        int end = Math.max(1, (int) Math.ceil(most));
        Plot plot = new Plot(
                "Tippett plot, " + scored.relation(),
                "log10 likelihood ratio",
                "share of pairs at or above",
                new Plot.Axis(-end, end),
                new Plot.Axis(0, 1));
        IntStream.rangeClosed(-end, end).forEach(tick -> plot.tickAcross(tick, String.valueOf(tick)));
        IntStream.rangeClosed(0, 5).forEach(tick -> plot.tickUp(tick / 5.0, tick * 20 + " %"));
        return plot.curve(0, "the relation holds", Curves.atOrAbove(scored, true, end))
                .curve(1, "it does not", Curves.atOrAbove(scored, false, end))
                .svg();
    }

    /** A DET curve: the share missed against the share of false alarms over all thresholds, both on normal scales. */
    public static String det(Validation.Scored scored) {
        Plot.Axis axis = new Plot.Axis(Curves.probit(0), Curves.probit(1));
        Plot plot = new Plot("DET curve, " + scored.relation(), "false alarms", "missed", axis, axis);
        for (double rate : RATES) {
            String label = Numbers.exact(rate * 100).stripTrailingZeros().toPlainString() + " %";
            plot.tickAcross(Curves.probit(rate), label).tickUp(Curves.probit(rate), label);
        }
        return plot.curve(0, "all thresholds", Curves.det(scored)).svg();
    }
}
