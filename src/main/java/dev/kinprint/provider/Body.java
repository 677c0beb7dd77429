package dev.kinprint.provider;

import dev.kinprint.json.Json;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A request's body under construction; a path names a place in it, with dots between the steps. */
final class Body {
    private final SortedMap<String, Object> members = new TreeMap<>();

    @SuppressWarnings("unchecked")
    Body set(String path, Object value) {
        Map<String, Object> here = members;
        String rest = path;
        for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
            Object inner = here.computeIfAbsent(rest.substring(0, dot), key -> new TreeMap<String, Object>());
            if (!(inner instanceof TreeMap<?, ?>)) {
                throw new IllegalArgumentException("path: " + path + " leads through a value");
            }
            here = (Map<String, Object>) inner;
            rest = rest.substring(dot + 1);
        }
        here.put(rest, value);
        return this;
    }

    Json.Obj json() {
        return (Json.Obj) Json.of(members);
    }
}
