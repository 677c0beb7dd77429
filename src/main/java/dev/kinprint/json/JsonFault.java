package dev.kinprint.json;

/** Bytes that are not the JSON value they should be. The message names line and column, and never quotes the bytes. */
public final class JsonFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** A fault with the given message. */
    public JsonFault(String message) {
        super(message);
    }
}
