package dev.kinprint.report;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The drawings of the page as SVG files that stand by themselves. */
final class Figures {
    private static final int RULER_WIDTH = 900;
    private static final int ABLATION_WIDTH = 500;

    private final TemplateEngine templates;
    private final String style;

    Figures(TemplateEngine templates, StyleSheet style) {
        this.templates = templates;
        this.style = style.css().replace("]]>", "");
    }

    /**
     * A file.
     *
     * @param name its name, without the folder
     * @param what what it shows, a few words
     * @param svg its content
     */
    record Figure(String name, String what, String svg) {}

    /** The drawings in the order of the page. */
    List<Figure> of(Page page) {
        List<Figure> files = new ArrayList<>();
        page.suspects().stream()
                .flatMap(suspect -> suspect.rulers().stream())
                .forEach(view -> files.add(new Figure(
                        view.id() + ".svg",
                        "ruler: " + view.suspect() + " against " + view.candidate(),
                        drawing("rulerchart.jte", view, RULER_WIDTH, view.height()))));
        page.suspects().stream()
                .flatMap(suspect -> suspect.ablations().stream())
                .forEach(view -> files.add(new Figure(
                        view.id() + ".svg",
                        "left out: " + view.relation(),
                        drawing("ablationchart.jte", view, ABLATION_WIDTH, view.height()))));
        page.heatMaps()
                .forEach(view -> files.add(new Figure(
                        view.id() + ".svg",
                        "heat map: " + view.map().title(),
                        drawing("heatchart.jte", view, view.width(), view.height()))));
        page.trees()
                .forEach(view -> files.add(new Figure(
                        view.id() + ".svg",
                        "tree: " + view.tree().title(),
                        drawing("treechart.jte", view, view.width(), view.height()))));
        page.maps()
                .forEach(view -> files.add(new Figure(
                        view.id() + ".svg",
                        "map: " + view.map().title(),
                        drawing("mapchart.jte", view, MapView.WIDTH, MapView.HEIGHT))));
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
