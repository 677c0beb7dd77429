package dev.kinprint.collect;

import dev.kinprint.archive.Bytes;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One request as it goes out.
 *
 * @param url the whole address
 * @param headers without the key
 * @param key what identifies the sender, where something does
 * @param body the bytes that are sent
 */
record Parcel(String url, SortedMap<String, String> headers, Optional<KeyHeader> key, Bytes body) {
    /**
     * The one header that holds a key.
     *
     * @param header its name
     * @param prefix what stands before the key
     * @param held the key; empty for a server on this machine, which gets a word in its place
     */
    record KeyHeader(String header, String prefix, Optional<Secret> held) {
        /** Servers on this machine that speak a vendor's dialect often want some key, and take any. */
        private static final String NO_KEY = "local";

        String secret() {
            return held.map(Secret::reveal).orElse(NO_KEY);
        }
    }
}
