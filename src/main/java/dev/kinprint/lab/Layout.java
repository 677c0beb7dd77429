package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sets the points of an answer: as paragraphs, a list, or sections, with the style's own marks. */
final class Layout {
    private final Style style;
    private final Pen pen;

    Layout(Style style, Pen pen) {
        this.style = style;
        this.pen = pen;
    }

    /** The points, laid out. */
    String body(List<Aspect> aspects, StyledGenerator generator) {
        String layout = pen.write("layout");
        String gap = layout.equals("sections") || pen.write("gap").equals("loose") ? "\n\n" : "\n";
        return layout.equals("prose") ? prose(aspects, generator) : lines(layout, gap, aspects, generator);
    }

    /** Joins what is there by blank lines. */
    static String join(String... parts) {
        List<String> present = new ArrayList<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                present.add(part.strip());
            }
        }
        return String.join("\n\n", present);
    }

    private String prose(List<Aspect> aspects, StyledGenerator generator) {
        double breaks = style.rate("breaks", -0.2, 1.2);
        double follows = style.rate("follows", 0.2, 1.0);
        StringBuilder out = new StringBuilder();
        for (Aspect aspect : aspects) {
            generator.speakOf(aspect, pen);
            if (!out.isEmpty()) {
                out.append(pen.happens(breaks) ? "\n\n" : " ");
            }
            out.append(lead(pen.write("lead"), pen.write("point")));
            if (pen.happens(follows)) {
                out.append(' ').append(pen.write("follow"));
            }
        }
        return out.toString();
    }

    private String lines(String layout, String gap, List<Aspect> aspects, StyledGenerator generator) {
        double follows = style.rate("item.follows", -1.0, 1.0);
        String mark = pen.write("bullet");
        String after = pen.write("number");
        String emoji = pen.write("emoji");
        List<String> items = new ArrayList<>();
        for (Aspect aspect : aspects) {
            generator.speakOf(aspect, pen);
            String text = pen.write("item") + (pen.happens(follows) ? " " + pen.write("follow") : "");
            items.add(
                    switch (layout) {
                        case "numbers" -> (items.size() + 1) + after + " " + text;
                        case "labels" -> mark + " " + label() + text;
                        case "sections" -> heading() + "\n" + text + " " + pen.write("follow");
                        default -> mark + " " + (emoji.isEmpty() ? "" : emoji + " ") + text;
                    });
        }
        return String.join(gap, items);
    }

    private String label() {
        String bold = pen.write("bold");
        String marks = bold.equals("none") ? "" : bold;
        String label = pen.write("label");
        return switch (pen.write("label.end")) {
            case "inside" -> marks + label + ":" + marks + " ";
            case "dash" -> marks + label + marks + " -- ";
            case "stop" -> marks + label + "." + marks + " ";
            default -> marks + label + marks + ": ";
        };
    }

    private String heading() {
        String mark = pen.write("heading.mark");
        String heading = pen.write("heading");
        return mark.equals("bold") ? "**" + heading + "**" : mark + " " + heading;
    }

    /** A sentence after a lead-in goes on in lower case, unless it starts with "I". */
    private static String lead(String lead, String point) {
        boolean stays = lead.isEmpty() || point.startsWith("I ");
        return lead + (stays ? point : point.substring(0, 1).toLowerCase(Locale.ROOT) + point.substring(1));
    }
}
