package dev.kinprint.report;

import java.util.ArrayList;
import java.util.List;

/** The tags of a page in their order, each with the names of its attributes; a small reader for well-formed pages. */
final class Tags {
    /**
     * One attribute.
     *
     * @param tag the tag's name
     * @param name the attribute's name
     * @param value its value as written
     */
    record Attribute(String tag, String name, String value) {}

    private final String html;
    private final List<String> shape = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private int at;

    private Tags(String html) {
        this.html = html;
    }

    /** Tag names and attribute names. */
    static List<String> shape(String html) {
        return read(html).shape;
    }

    static List<Attribute> attributes(String html) {
        return read(html).attributes;
    }

    private static Tags read(String html) {
        Tags tags = new Tags(html);
        while ((tags.at = html.indexOf('<', tags.at)) >= 0) {
            tags.tag();
        }
        return tags;
    }

    private void tag() {
        int start = ++at;
        while (" />\n".indexOf(html.charAt(at)) < 0 || at == start) {
            at++;
        }
        String name = html.substring(start, at);
        StringBuilder shown = new StringBuilder(name);
        while (html.charAt(at) != '>') {
            int from = at;
            while ("=> \n/".indexOf(html.charAt(at)) < 0) {
                at++;
            }
            String attribute = html.substring(from, at);
            if (html.startsWith("=\"", at)) {
                int end = html.indexOf('"', at + 2);
                attributes.add(new Attribute(name, attribute, html.substring(at + 2, end)));
                at = end + 1;
            } else if (html.charAt(at) != '>') {
                at++;
            }
            if (!attribute.isEmpty()) {
                shown.append(' ').append(attribute);
            }
        }
        shape.add(shown.toString());
        if (name.equals("style")) {
            at = html.indexOf("</style>", at);
        }
    }
}
