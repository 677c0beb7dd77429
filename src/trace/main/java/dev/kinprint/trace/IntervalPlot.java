package dev.kinprint.trace;

import dev.kinprint.stats.Interval;
import java.util.ArrayList;
import java.util.List;

/** Values with their intervals as a drawing: one line each, above one axis with a mark at zero. */
final class IntervalPlot {
    private static final int WIDTH = 640;
    private static final int NAMES = 210;
    private static final int LINE = 22;
    private static final int MARGIN = 14;

    private final List<Entry> entries = new ArrayList<>();

    /**
     * One line.
     *
     * @param name stands to its left
     * @param interval what is drawn
     * @param strong whether it is drawn as one that stands out
     */
    private record Entry(String name, Interval interval, boolean strong) {}

    /** Adds a line below the others. */
    void add(String name, Interval interval, boolean strong) {
        entries.add(new Entry(name, interval, strong));
    }

    /** The drawing as SVG, with its title for those who cannot see it. */
    String svg(String title) {
        double low = entries.stream().mapToDouble(e -> e.interval().low()).min().orElse(0);
        double high =
                entries.stream().mapToDouble(e -> e.interval().high()).max().orElse(0);
        double from = Math.min(0, low);
        double span = Math.max(0, high) - from;
        int height = LINE * entries.size() + LINE;
        StringBuilder out = new StringBuilder(Words.of(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n", WIDTH, height, Html.escape(title)));
        double zero = x(0, from, span);
        out.append(Words.of(
                "<line class=\"axis\" x1=\"%.1f\" x2=\"%.1f\" y1=\"4\" y2=\"%d\"/>\n", zero, zero, height - LINE + 4));
        tick(out, 0, from, span, height);
        if (span > 0) {
            tick(out, from + span, from, span, height);
        }
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            int y = LINE * i + LINE / 2 + 2;
            out.append(Words.of(
                    "<g class=\"%s\"><text x=\"0\" y=\"%d\">%s</text><line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
                            + "<circle cx=\"%.1f\" cy=\"%d\" r=\"4.5\"/></g>\n",
                    entry.strong() ? "strong" : "plain",
                    y + 4,
                    Html.escape(entry.name()),
                    x(entry.interval().low(), from, span),
                    x(entry.interval().high(), from, span),
                    y,
                    y,
                    x(entry.interval().value(), from, span),
                    y));
        }
        return out.append("</svg>\n").toString();
    }

    private static void tick(StringBuilder out, double value, double from, double span, int height) {
        out.append(Words.of(
                "<text class=\"tick\" x=\"%.1f\" y=\"%d\">%s</text>\n",
                x(value, from, span), height - 2, value == 0 ? "0" : Words.of("%.1f", value)));
    }

    private static double x(double value, double from, double span) {
        return NAMES + (span > 0 ? (value - from) / span : 0) * (WIDTH - NAMES - MARGIN);
    }
}
