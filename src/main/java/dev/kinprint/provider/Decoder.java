package dev.kinprint.provider;

import java.util.Map;

/** Reads replies of one dialect. */
public interface Decoder {
    /**
     * Reads a reply. It never throws, whatever the bytes are: what cannot be read is an {@link Outcome#ERROR}.
     *
     * @param status the HTTP status
     * @param headers by lower-case name; those that are missing are not needed
     * @param body the bytes as they came
     */
    Answer decode(int status, Map<String, String> headers, byte[] body);
}
