package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What all models of all lab worlds know: the grammar, the fields of advice, the answers to choose from, word lists. */
final class Lexicon {
    /** Read once; it never changes. */
    static final Lexicon SHARED = new Lexicon();

    private final Grammar grammar = Grammar.load();
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, List<String>> picks = new LinkedHashMap<>();
    private final Map<String, Set<String>> words = new LinkedHashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    private Lexicon() {
        Sections.read("aspects.txt").forEach(this::addField);
        for (String line : Sections.lines("choices.txt")) {
            int colon = line.indexOf(": ");
            picks.put(
                    line.substring(0, colon),
                    Stream.of(line.substring(colon + 2).split(" ", -1))
                            .map(word -> word.replace('_', ' '))
                            .toList());
        }
        Sections.read("settings.txt").forEach((name, lines) -> {
            String text = lines.get(0);
            String plain = name.replace("]", "");
            if (text.contains("|")) {
                lists.put(plain, List.of(text.split("\\|", -1)));
            } else {
                words.put(plain, Set.of(text.split(" ", -1)));
            }
        });
    }

    Grammar grammar() {
        return grammar;
    }

    /** The fields; the last one is for whatever no other field knows. */
    List<Field> fields() {
        return fields;
    }

    /** From the words that show what is to be chosen, joined by bars, to what there is to choose from. */
    Map<String, List<String>> picks() {
        return picks;
    }

    /** A set of words by its name. */
    Set<String> words(String name) {
        return Set.copyOf(words.getOrDefault(name, Set.of()));
    }

    /** A list of phrases by its name. */
    List<String> list(String name) {
        List<String> list = lists.get(name);
        if (list == null) {
            throw new IllegalStateException("settings.txt: no list " + name);
        }
        return list;
    }

    private void addField(String header, List<String> lines) {
        int end = header.indexOf(']');
        List<Aspect> aspects = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" \\| ", -1);
            aspects.add(new Aspect(
                    grammar.template(parts[0]),
                    grammar.template(parts[1]),
                    grammar.template(parts[2]),
                    grammar.template(parts[3])));
        }
        fields.add(new Field(
                header.substring(0, end),
                Set.of(header.substring(end + 1).trim().split(" ", -1)),
                aspects));
    }
}
