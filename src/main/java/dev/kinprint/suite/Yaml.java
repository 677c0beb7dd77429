package dev.kinprint.suite;

import dev.kinprint.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A document in which every scalar is text, as it stands in the file: {@code 1.10}, {@code no} and {@code 010} stay
 * what was written. Meaning is given later, by the one who reads a key.
 */
sealed interface Yaml {
    /** The line on which it begins, from 1; 0 where it did not come from a file. */
    int line();

    /** A scalar. */
    record Text(String value, int line) implements Yaml {}

    /** A list. */
    record Items(List<Yaml> items, int line) implements Yaml {
        /** Copies the items. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping; no key stands twice. */
    record Section(List<Entry> entries, int line) implements Yaml {
        /** Copies the entries. */
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /** One key of a mapping, the line of the key, and what it leads to. */
    record Entry(String key, int line, Yaml value) {}

    /** The same document from stored JSON, so that files and archives are read by the same code. */
    static Yaml of(Json json) {
        if (json instanceof Json.Obj obj) {
            List<Entry> entries = new ArrayList<>();
            obj.members().forEach((key, value) -> entries.add(new Entry(key, 0, of(value))));
            return new Section(entries, 0);
        } else if (json instanceof Json.Arr arr) {
            return new Items(arr.items().stream().map(Yaml::of).toList(), 0);
        } else if (json instanceof Json.Num num) {
            return new Text(num.value().toPlainString(), 0);
        } else if (json instanceof Json.Bool bool) {
            return new Text(Boolean.toString(bool.value()), 0);
        }
        return new Text(json.text().orElse(""), 0);
    }
}
