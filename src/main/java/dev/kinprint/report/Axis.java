package dev.kinprint.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A line of numbers across the width of a chart. Positions are percentages of that width, so that a chart fills any
 * screen and its letters keep their size.
 *
 * @param low the number at the left end
 * @param high the number at the right end
 */
record Axis(double low, double high) {
    private static final double MARGIN = 3;
    private static final int MOST_TICKS = 9;

    Axis {
        if (!(low < high)) {
            throw new IllegalArgumentException("axis: " + low + " < " + high + " does not hold");
        }
    }

    /** An axis that holds all the numbers, with whole numbers at its ends. */
    static Axis around(DoubleStream numbers) {
        double[] ends = numbers.collect(
                () -> new double[] {0, 0},
                (e, x) -> {
                    e[0] = Math.min(e[0], x);
                    e[1] = Math.max(e[1], x);
                },
                (a, b) -> {
                    a[0] = Math.min(a[0], b[0]);
                    a[1] = Math.max(a[1], b[1]);
                });
        return new Axis(Math.min(-1, Math.floor(ends[0])), Math.max(1, Math.ceil(ends[1])));
    }

    /** Where a number stands; one beyond an end stands at the end. */
    String at(double number) {
        return percent(position(number));
    }

    /** The width between two numbers, the greater one second. */
    String width(double from, double to) {
        return percent(position(to) - position(from));
    }

    /** At most ten whole numbers on this axis, evenly spaced, 0 among them where it lies on the axis. */
    List<Integer> ticks() {
        int from = (int) Math.ceil(low);
        int to = (int) Math.floor(high);
        int step = Math.max(1, (to - from + MOST_TICKS - 1) / MOST_TICKS);
        return IntStream.rangeClosed(from, to)
                .filter(tick -> tick % step == 0)
                .boxed()
                .toList();
    }

    private double position(double number) {
        double share = (Math.max(low, Math.min(high, number)) - low) / (high - low);
        return MARGIN + share * (100 - 2 * MARGIN);
    }

    private static String percent(double value) {
        return Numbers.exact(value)
                        .setScale(2, java.math.RoundingMode.HALF_EVEN)
                        .toPlainString() + "%";
    }
}
