package dev.kinprint.report;

import dev.kinprint.verdict.Support;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of the verbal scale where it lies on a ruler.
 *
 * @param words its short name
 * @param low where it begins, in log10 of the likelihood ratio
 * @param high where it ends
 * @param shaded whether it is shaded, so that neighbours differ
 */
record Scale(String words, double low, double high, boolean shaded) {
    private static final List<Support> STEPS =
            List.of(Support.WEAK, Support.MODERATE, Support.MODERATELY_STRONG, Support.STRONG, Support.VERY_STRONG);
    private static final List<Double> STARTS = List.of(StrictMath.log10(2), 1.0, 2.0, 3.0, 4.0);

    /** The steps that lie on an axis, from left to right. */
    static List<Scale> on(Axis axis) {
        List<Scale> steps = new ArrayList<>();
        for (int i = STEPS.size() - 1; i >= 0; i--) {
            add(steps, axis, words(i), -end(i), -STARTS.get(i), i % 2 == 0);
        }
        add(steps, axis, "none", -STARTS.get(0), STARTS.get(0), false);
        for (int i = 0; i < STEPS.size(); i++) {
            add(steps, axis, words(i), STARTS.get(i), end(i), i % 2 == 0);
        }
        return List.copyOf(steps);
    }

    /** Where the middle of the step lies. */
    double middle() {
        return (low + high) / 2;
    }

    private static void add(List<Scale> steps, Axis axis, String words, double low, double high, boolean shaded) {
        double from = Math.max(low, axis.low());
        double to = Math.min(high, axis.high());
        if (from < to) {
            steps.add(new Scale(words, from, to, shaded));
        }
    }

    private static double end(int step) {
        return step + 1 < STARTS.size() ? STARTS.get(step + 1) : Double.MAX_VALUE;
    }

    private static String words(int step) {
        return STEPS.get(step).words().replace(" support", "");
    }
}
