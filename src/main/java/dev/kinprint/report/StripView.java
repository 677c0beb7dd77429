package dev.kinprint.report;

import dev.kinprint.suite.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pair question by question as it is drawn: a line of dots for each category.
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

    /**
     * One category.
     *
     * @param words its name
     * @param dots the percentiles
     * @param missing how many questions have no score
     * @param top its place from the top of the chart, in pixels
     */
    record Line(String words, List<Double> dots, int missing, int top) {}

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
            lines.add(new Line(words(category), dots, questions.size() - dots.size(), ROW * lines.size()));
        });
        return new StripView(id, strip, List.copyOf(lines));
    }

    static String words(Probe.Category category) {
        return category.name().toLowerCase(Locale.ROOT);
    }

    /** Where the lines end, in pixels. */
    int bottom() {
        return ROW * lines.size();
    }

    int height() {
        return bottom() + BOTTOM;
    }
}
