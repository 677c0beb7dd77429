package dev.kinprint.provider;

import dev.kinprint.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A request as one vendor wants it, without its key.
 *
 * @param path follows the base URL; every special character of it is percent-encoded
 * @param headers the headers of the dialect; none is secret
 * @param body what is sent, in its canonical form
 * @param dropped parameters that were asked for and are not sent, because the vendor does not take them
 */
public record WireRequest(String path, SortedMap<String, String> headers, Json.Obj body, List<String> dropped) {
    /** Copies the collections. */
    public WireRequest {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) headers));
        dropped = List.copyOf(dropped);
    }
}
