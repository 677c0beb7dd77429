package dev.kinprint.report;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The drawings of the page as SVG files that stand by themselves. */
final class Figures {
    private static final int RULER_WIDTH = 900;

    private final TemplateEngine templates;
    private final String style;

    Figures(TemplateEngine templates, StyleSheet style) {
        this.templates = templates;
        this.style = style.css().replace("]]>", "");
    }

    /** For each file name the drawing. */
    SortedMap<String, String> of(Page page) {
        SortedMap<String, String> files = new TreeMap<>();
        page.heatMaps()
                .forEach(view ->
                        files.put(view.id() + ".svg", drawing("heatchart.jte", view, view.width(), view.height())));
        page.trees()
                .forEach(view ->
                        files.put(view.id() + ".svg", drawing("treechart.jte", view, view.width(), view.height())));
        page.maps()
                .forEach(view ->
                        files.put(view.id() + ".svg", drawing("mapchart.jte", view, MapView.WIDTH, MapView.HEIGHT)));
        page.suspects().stream()
                .flatMap(suspect -> suspect.rulers().stream())
                .forEach(view ->
                        files.put(view.id() + ".svg", drawing("rulerchart.jte", view, RULER_WIDTH, view.height())));
        return files;
    }

    private String drawing(String template, Object view, int width, int height) {
        StringOutput inner = new StringOutput();
        templates.render(template, Map.of("view", view), new VisibleOutput(inner));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width
                + "\" height=\"" + height + "\">\n<style><![CDATA[\n" + style
                + "svg{background:var(--card)}\n]]></style>\n" + inner + "</svg>\n";
    }
}
