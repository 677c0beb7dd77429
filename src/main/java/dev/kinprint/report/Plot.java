package dev.kinprint.report;

import dev.kinprint.calibrate.Curves;
import java.util.List;
import java.util.Locale;

/** A plot of step curves as a self-contained SVG picture. */
final class Plot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 446;
    private static final int LEFT = 70;
    private static final int TOP = 66;
    private static final int LEGEND = 46;
    private static final int LEGEND_STEP = 190;
    private static final int RIGHT = 20;
    private static final int BOTTOM = 60;
    private static final List<String> COLOURS = List.of("#0b5cad", "#b3470b");

    private final StringBuilder svg = new StringBuilder();
    private final Axis across;
    private final Axis up;

    /**
     * An empty plot.
     *
     * @param acrossAxis the range from left to right
     * @param upAxis the range from bottom to top
     */
    Plot(String title, String acrossName, String upName, Axis acrossAxis, Axis upAxis) {
        this.across = acrossAxis;
        this.up = upAxis;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">\n<title>" + escape(title)
                + "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(WIDTH / 2.0, 22, "middle", title);
        text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, "middle", acrossName);
        svg.append("<text transform=\"translate(18 " + (HEIGHT - BOTTOM + TOP) / 2
                + ") rotate(-90)\" text-anchor=\"middle\">" + escape(upName) + "</text>\n");
        svg.append("<path d=\"M" + LEFT + " " + TOP + "V" + (HEIGHT - BOTTOM) + "H" + (WIDTH - RIGHT)
                + "\" fill=\"none\" stroke=\"black\"/>\n");
    }

    /** A range of numbers, drawn over the length of an axis. */
    record Axis(double low, double high) {
        Axis {
            if (!(low < high)) {
                throw new IllegalArgumentException("axis: " + low + " < " + high + " does not hold");
            }
        }

        double share(double value) {
            return (Math.max(low, Math.min(high, value)) - low) / (high - low);
        }
    }

    Plot tickAcross(double at, String label) {
        double x = x(at);
        svg.append(String.format(
                Locale.ROOT, "<path d=\"M%.1f %d V%d\" stroke=\"#ddd\" fill=\"none\"/>\n", x, TOP, HEIGHT - BOTTOM));
        text(x, HEIGHT - BOTTOM + 18, "middle", label);
        return this;
    }

    Plot tickUp(double at, String label) {
        double y = y(at);
        svg.append(String.format(
                Locale.ROOT, "<path d=\"M%d %.1f H%d\" stroke=\"#ddd\" fill=\"none\"/>\n", LEFT, y, WIDTH - RIGHT));
        text(LEFT - 8, y + 4, "end", label);
        return this;
    }

    /** A curve through points; its name stands above the plot, where no curve can hide it. */
    Plot curve(int number, String name, List<Curves.Point> points) {
        StringBuilder path = new StringBuilder();
        for (Curves.Point point : points) {
            path.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f", path.length() == 0 ? "M" : "L", x(point.x()), y(point.y())));
        }
        String colour = COLOURS.get(number % COLOURS.size());
        String dashes = number == 0 ? "" : " stroke-dasharray=\"6 3\"";
        svg.append("<path d=\"" + path + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\"" + dashes
                + "/>\n");
        int x = LEFT + LEGEND_STEP * number;
        svg.append("<path d=\"M" + x + " " + LEGEND + "h28\" stroke=\"" + colour + "\" stroke-width=\"2\"" + dashes
                + "/>\n");
        text(x + 36.0, LEGEND + 4.0, "start", name);
        return this;
    }

    String svg() {
        return svg + "</svg>\n";
    }

    private double x(double value) {
        return LEFT + across.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - up.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, escape(text)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
