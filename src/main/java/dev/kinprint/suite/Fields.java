package dev.kinprint.suite;

import dev.kinprint.fault.OperatorError;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One mapping of a file, read strictly: a key that is not known, a missing key or a value of the wrong type is an
 * error that names the file and the line.
 */
final class Fields {
    private final String file;
    private final String path;
    private final Yaml.Section section;
    private final List<String> known;

    /**
     * Refuses whatever is no mapping, and every key that is not known.
     *
     * @param path where it stands in the document, such as {@code models[0]}; empty for the document itself
     */
    Fields(String file, String path, Yaml node, String... known) {
        this.file = file;
        this.path = path;
        this.known = List.of(known);
        if (!(node instanceof Yaml.Section mapping)) {
            throw error(node.line(), here() + " must be keys with values", kind(node), "Write it as 'key: value'.");
        }
        this.section = mapping;
        for (Yaml.Entry entry : mapping.entries()) {
            if (!this.known.contains(entry.key())) {
                throw error(
                        entry.line(),
                        "unknown key '" + Shown.text(entry.key()) + "' in " + here(),
                        "the keys here are " + String.join(", ", known),
                        hint(entry.key(), this.known, "Correct or delete it."));
            }
        }
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    boolean has(String key) {
        return entry(key).isPresent();
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> missing(key));
    }

    Optional<String> optionalText(String key) {
        return entry(key).map(entry -> {
            if (!(entry.value() instanceof Yaml.Text text)) {
                throw wrong(key, kind(entry.value()), "Give one value.");
            } else if (text.value().isBlank()) {
                throw wrong(key, "it is empty", "Give a value, or delete the key.");
            }
            return text.value();
        });
    }

    String id(String key) {
        String id = text(key);
        if (!Ids.valid(id)) {
            throw wrong(
                    key,
                    "'" + Shown.text(id) + "' is no id: 1 to 128 of the letters a-z and A-Z, digits, dot, dash and "
                            + "underscore, the first a letter or digit, and no device name of Windows",
                    "Choose another id.");
        }
        return id;
    }

    Optional<Long> whole(String key, long least, long most) {
        return optionalText(key).map(text -> {
            try {
                long value = Long.parseLong(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException noNumber) {
                // the same complaint as for a number out of range
            }
            throw wrong(
                    key,
                    "'" + Shown.text(text) + "' is no whole number from " + least + " to " + most,
                    "Give such a number.");
        });
    }

    Optional<BigDecimal> amount(String key, String most) {
        return optionalText(key).map(text -> {
            if (text.length() <= 20 && text.matches("[0-9]+(\\.[0-9]+)?")) {
                BigDecimal value = new BigDecimal(text);
                if (value.compareTo(new BigDecimal(most)) <= 0) {
                    return value;
                }
            }
            throw wrong(key, "'" + Shown.text(text) + "' is no number from 0 to " + most, "Give such a number.");
        });
    }

    boolean truth(String key) {
        return optionalText(key)
                .map(text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw wrong(
                                key, "'" + Shown.text(text) + "' is neither true nor false", "Write true or false.");
                    }
                    return text.equals("true");
                })
                .orElse(false);
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        return choice(key, text(key), type);
    }

    /** One word of an enumeration: its constants in lower case, with dashes. */
    <E extends Enum<E>> E choice(String key, String word, Class<E> type) {
        E[] constants = type.getEnumConstants();
        for (E constant : constants) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        List<String> words = Arrays.stream(constants).map(Fields::word).toList();
        throw wrong(
                key,
                "'" + Shown.text(word) + "' is none of " + String.join(", ", words),
                hint(word, words, "Choose one of them."));
    }

    /** The items of a list; none where the key is absent. */
    List<Yaml> items(String key) {
        return entry(key)
                .map(entry -> {
                    if (entry.value() instanceof Yaml.Items list) {
                        return list.items();
                    }
                    throw wrong(key, kind(entry.value()), "Write a list: [ a, b ], or one '- item' a line.");
                })
                .orElse(List.of());
    }

    /** The texts of a list; none where the key is absent. */
    List<String> texts(String key) {
        return items(key).stream()
                .map(item -> {
                    if (item instanceof Yaml.Text text && !text.value().isBlank()) {
                        return text.value();
                    }
                    throw error(item.line(), path(key) + " must hold texts", kind(item), "Write one value an item.");
                })
                .toList();
    }

    /** A mapping inside this one. */
    Optional<Fields> inner(String key, String... known) {
        return entry(key).map(entry -> new Fields(file, path(key), entry.value(), known));
    }

    /** The mappings of a list inside this one; an error where there is none. */
    List<Fields> each(String key, String... known) {
        List<Yaml> items = items(key);
        if (items.isEmpty()) {
            throw has(key) ? wrong(key, "it is empty", "Name at least one.") : missing(key);
        }
        return IntStream.range(0, items.size())
                .mapToObj(i -> new Fields(file, path(key) + "[" + i + "]", items.get(i), known))
                .toList();
    }

    /** The keys and values of a mapping whose keys are free. */
    List<Yaml.Entry> entries(String key) {
        return entry(key)
                .map(entry -> {
                    if (entry.value() instanceof Yaml.Section mapping) {
                        return mapping.entries();
                    }
                    throw wrong(key, kind(entry.value()), "Write it as 'key: value'.");
                })
                .orElse(List.of());
    }

    OperatorError missing(String key) {
        return error(
                section.line(), "missing key '" + key + "' in " + here(), "it has no default", "Add '" + key + ": …'.");
    }

    /** The error that the value of a key is not what it must be. */
    OperatorError wrong(String key, String why, String next) {
        return error(line(key), "wrong " + path(key), why, next);
    }

    /** An error on a line of this file. */
    OperatorError error(int line, String what, String why, String next) {
        return OperatorError.usage(what, line > 0 ? file + ":" + line : file, why, next);
    }

    /** The line on which it begins. */
    int line() {
        return section.line();
    }

    /** The line of a key, or of the mapping where the key is absent. */
    int line(String key) {
        return entry(key).map(Yaml.Entry::line).orElse(section.line());
    }

    /** The line of an item of a list. */
    int line(String key, int item) {
        return items(key).get(item).line();
    }

    private Optional<Yaml.Entry> entry(String key) {
        if (!known.contains(key)) {
            throw new IllegalArgumentException("key: " + key + " is not among the known keys");
        }
        return section.entries().stream().filter(e -> e.key().equals(key)).findFirst();
    }

    private String here() {
        return path.isEmpty() ? "the file" : path;
    }

    /** How a constant is written in files. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** "Did you mean" where a known word is near, else the given advice. */
    static String hint(String typed, List<String> known, String otherwise) {
        return Nearest.of(typed, known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse(otherwise);
    }

    private static String kind(Yaml node) {
        if (node instanceof Yaml.Section) {
            return "it is a mapping of keys to values";
        } else if (node instanceof Yaml.Items) {
            return "it is a list";
        }
        return node instanceof Yaml.Text text && text.value().isBlank() ? "it is empty" : "it is a single value";
    }
}
