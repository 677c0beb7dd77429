package dev.kinprint.report;

import dev.kinprint.suite.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A pair question by question as it is drawn: a line of dots for each category, or bars where there would be so many dots
 * that they hid each other.
 *
 * @param id unique in the page
 * @param strip what is drawn
 * @param lines one for each category
 */
record StripView(String id, Strip strip, List<Line> lines) {
    /** The axis of percentiles. */
    static final Axis AXIS = new Axis(0, 100);

    private static final int ROW = 40;
    private static final int BOTTOM = 36;
    private static final int BIN = 5;
    private static final int BINS = 100 / BIN;
    private static final int MANY = 60;
    private static final int TALLEST = 56;

    /**
     * One category.
     *
     * @param words its name
     * @param dots the percentiles
     * @param missing how many questions have no score
     * @param top its place from the top of the chart, in pixels
     */
    record Line(String words, List<Double> dots, int missing, int top) {
        /** Whether bars stand for the dots. */
        boolean many() {
            return dots.size() > MANY;
        }

        int height() {
            return many() ? ROW + TALLEST - 4 : ROW;
        }

        /** The line on which dots and bars stand, from the top of the chart. */
        int ground() {
            return top + height() - 13;
        }

        /** How many questions lie within each twentieth of the axis, and how tall that is drawn. */
        List<Bar> bars() {
            int[] counts = new int[BINS];
            dots.forEach(dot -> counts[Math.min(BINS - 1, (int) (dot / BIN))]++);
            int most = Arrays.stream(counts).max().orElse(1);
            return IntStream.range(0, BINS)
                    .filter(bin -> counts[bin] > 0)
                    .mapToObj(bin ->
                            new Bar(bin * BIN, (bin + 1) * BIN, counts[bin], Math.max(1, counts[bin] * TALLEST / most)))
                    .toList();
        }
    }

    /**
     * The questions between two percentiles.
     *
     * @param from the lower one
     * @param to the upper one
     * @param count how many there are
     * @param height in pixels
     */
    record Bar(int from, int to, int count, int height) {}

    static StripView of(String id, Strip strip) {
        Map<Probe.Category, List<Strip.Row>> rows = new TreeMap<>();
        strip.rows().forEach(row -> rows.computeIfAbsent(row.category(), c -> new ArrayList<>())
                .add(row));
        List<Line> lines = new ArrayList<>();
        rows.forEach((category, questions) -> {
            List<Double> dots = questions.stream()
                    .flatMap(row -> row.percentile().stream())
                    .sorted()
                    .toList();
            int top = lines.stream().mapToInt(Line::height).sum();
            lines.add(new Line(words(category), dots, questions.size() - dots.size(), top));
        });
        return new StripView(id, strip, List.copyOf(lines));
    }

    static String words(Probe.Category category) {
        return category.name().toLowerCase(Locale.ROOT);
    }

    /** Where the lines end, in pixels. */
    int bottom() {
        return lines.stream().mapToInt(Line::height).sum();
    }

    int height() {
        return bottom() + BOTTOM;
    }
}
