package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The templates that all lab models share; a {@link Style} decides which of them a model likes. */
final class Grammar {
    private final Map<String, Node.Choice> synonyms;
    private final Map<String, Node.Choice> symbols = new HashMap<>();

    private Grammar(Map<String, Node.Choice> synonyms) {
        this.synonyms = synonyms;
    }

    static Grammar load() {
        Grammar grammar = new Grammar(synonyms());
        Sections.read("grammar.txt").forEach(grammar::add);
        return grammar;
    }

    /** The alternatives of a symbol. */
    Node.Choice symbol(String name) {
        Node.Choice choice = symbols.get(name);
        if (choice == null) {
            throw new IllegalStateException("grammar: no symbol " + name);
        }
        return choice;
    }

    /** A template of another resource, with the grammar's synonyms. */
    Node template(String text) {
        return TemplateParser.parse(text, synonyms);
    }

    /** A choice among plain words. */
    static Node.Choice words(String dimension, double spread, List<String> words) {
        List<Node> options = new ArrayList<>();
        words.forEach(word -> options.add(new Node.Text(word)));
        return new Node.Choice(dimension, spread, Collections.nCopies(words.size(), 1.0), options);
    }

    private void add(String header, List<String> lines) {
        String[] parts = header.replace("]", "").split(" ~", -1);
        double spread = parts.length > 1 ? Double.parseDouble(parts[1]) : 1;
        List<Double> shares = new ArrayList<>();
        List<Node> options = new ArrayList<>();
        for (String line : lines) {
            int star = line.indexOf("* ");
            boolean weighted = star > 0 && line.substring(0, star).chars().allMatch(Character::isDigit);
            shares.add(weighted ? Double.parseDouble(line.substring(0, star)) : 1.0);
            String template = weighted ? line.substring(star + 2) : line;
            // A lone minus is the empty alternative, except where it is the mark itself.
            boolean empty = template.equals("-") && !parts[0].equals("bullet");
            options.add(template(empty ? "" : template));
        }
        symbols.put(parts[0], new Node.Choice(parts[0], spread, shares, options));
    }

    private static Map<String, Node.Choice> synonyms() {
        Map<String, Node.Choice> groups = new HashMap<>();
        for (String line : Sections.lines("synonyms.txt")) {
            List<String> words = List.of(line.split("\\|", -1));
            Node.Choice choice = words(line, 1.2, words);
            words.forEach(word -> groups.put(word, choice));
        }
        return groups;
    }
}
