package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Reads one template: text, {@code {a|b}}, {@code <symbol>} and {@code $slot}. */
final class TemplateParser {
    private static final double INLINE_SPREAD = 0.9;

    private final Map<String, Node.Choice> synonyms;
    private final String text;
    private int at;

    private TemplateParser(String text, Map<String, Node.Choice> synonyms) {
        this.text = text;
        this.synonyms = synonyms;
    }

    /** A template, in which each word of a group of synonyms becomes a choice among them. */
    static Node parse(String text, Map<String, Node.Choice> synonyms) {
        TemplateParser parser = new TemplateParser(text, synonyms);
        Node node = parser.sequence();
        if (parser.at < text.length()) {
            throw new IllegalStateException("template: stray " + text.charAt(parser.at) + " in: " + text);
        }
        return node;
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != '}') {
            char c = text.charAt(at);
            if (c == '{') {
                parts.add(choice());
            } else if (c == '<') {
                int end = text.indexOf('>', at);
                parts.add(new Node.Symbol(text.substring(at + 1, end)));
                at = end + 1;
            } else if (c == '$') {
                int start = ++at;
                while (at < text.length() && Character.isLetter(text.charAt(at))) {
                    at++;
                }
                parts.add(new Node.Slot(text.substring(start, at)));
            } else {
                words(parts);
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Node.Sequence(parts);
    }

    private Node.Choice choice() {
        int start = at;
        List<Node> options = new ArrayList<>();
        do {
            at++;
            options.add(sequence());
        } while (at < text.length() && text.charAt(at) == '|');
        if (at == text.length()) {
            throw new IllegalStateException("template: a brace is open in: " + text);
        }
        at++;
        return new Node.Choice(
                text.substring(start, at), INLINE_SPREAD, Collections.nCopies(options.size(), 1.0), options);
    }

    private void words(List<Node> parts) {
        StringBuilder plain = new StringBuilder();
        while (at < text.length() && "{<$|}".indexOf(text.charAt(at)) < 0) {
            int start = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            Node.Choice group = synonyms.get(text.substring(start, at));
            if (group != null) {
                parts.add(new Node.Text(plain.toString()));
                plain.setLength(0);
                parts.add(group);
            } else if (at > start) {
                plain.append(text, start, at);
            } else {
                plain.append(text.charAt(at++));
            }
        }
        parts.add(new Node.Text(plain.toString()));
    }
}
