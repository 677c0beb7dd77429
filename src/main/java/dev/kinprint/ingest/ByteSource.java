package dev.kinprint.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Bytes one at a time, with the line that they stand on. */
final class ByteSource {
    static final int END = -1;

    private final SourceStream stream;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long line = 1;

    ByteSource(SourceStream stream) {
        this.stream = stream;
    }

    /** The line of the next byte, from 1. */
    long line() {
        return line;
    }

    /** The next byte without taking it, or {@link #END}. */
    int peek() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, stream.read(buffer));
        }
        return limit == 0 ? END : buffer[position] & 0xff;
    }

    /** Takes the next byte, or answers {@link #END}. */
    int next() throws IOException {
        int value = peek();
        if (value != END) {
            position++;
            if (value == '\n') {
                line++;
            }
        }
        return value;
    }

    /** Goes on to the next byte that is no white space of JSON, and answers with it or {@link #END}. */
    int skipBlank() throws IOException {
        int value = peek();
        while (value == ' ' || value == '\n' || value == '\r' || value == '\t') {
            next();
            value = peek();
        }
        return value;
    }

    /** All bytes that are left. */
    byte[] rest(int most, Place place) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (peek() != END) {
            if (bytes.size() + limit - position > most) {
                throw place.error("the file is longer than " + most + " bytes");
            }
            bytes.write(buffer, position, limit - position);
            position = limit;
        }
        return bytes.toByteArray();
    }
}
