package dev.kinprint.ingest;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads JSON objects one after the other, from one JSON array or from lines; the first byte says which. Only one object
 * is in memory at a time, and each may be as long as {@link JsonLimits#DEFAULT} allows.
 */
final class EntryReader {
    private final ByteSource source;
    private final Place place;
    private final boolean array;
    private boolean over;

    /**
     * One object.
     *
     * @param line where it begins
     * @param json what it says
     */
    record Entry(long line, Json json) {}

    EntryReader(ByteSource source, Place place) throws IOException {
        this.source = source;
        this.place = place;
        int first = source.skipBlank();
        if (first != '[' && first != '{') {
            throw place.error(
                    source.line(),
                    first == ByteSource.END
                            ? "the file is empty"
                            : "it begins neither with a JSON array nor with a JSON object a line");
        }
        this.array = first == '[';
        if (array) {
            source.next();
            if (source.skipBlank() == ']') {
                source.next();
                end();
            }
        }
    }

    /** The next object; empty at the end. */
    Optional<Entry> next() throws IOException {
        if (over || (source.skipBlank() == ByteSource.END && !array)) {
            return Optional.empty();
        }
        long line = source.line();
        byte[] bytes = array ? item(line) : line(line);
        try {
            return Optional.of(new Entry(line, Json.parse(bytes)));
        } catch (JsonFault e) {
            throw place.error(line, "the record that begins here: " + e.getMessage());
        }
    }

    private byte[] line(long line) throws IOException {
        Cut record = new Cut(line);
        for (int next = source.next(); next != '\n' && next != ByteSource.END; next = source.next()) {
            record.put(next);
        }
        return record.bytes();
    }

    /** Cuts out one item of the array: up to a comma or the closing bracket that stands in no string and no bracket. */
    private byte[] item(long line) throws IOException {
        Cut record = new Cut(line);
        int depth = 0;
        boolean quoted = false;
        while (true) {
            int next = source.next();
            if (next == ByteSource.END) {
                throw place.error(line, "the array is cut off in the record that begins here");
            }
            if (quoted) {
                if (next == '\\') {
                    record.put(next);
                    next = source.next();
                } else if (next == '"') {
                    quoted = false;
                }
            } else if (depth == 0 && (next == ',' || next == ']')) {
                if (next == ']') {
                    end();
                }
                return record.bytes();
            } else if (next == '"') {
                quoted = true;
            } else if (next == '{' || next == '[') {
                depth++;
            } else if (next == '}' || next == ']') {
                depth--;
            }
            record.put(next);
        }
    }

    private void end() throws IOException {
        over = true;
        if (source.skipBlank() != ByteSource.END) {
            throw place.error(source.line(), "something stands after the end of the array");
        }
    }

    /** The bytes of one record. Its like in the JDK takes a lock for each byte, and a corpus has a hundred million. */
    private final class Cut {
        private final long line;
        private byte[] bytes = new byte[1 << 12];
        private int size;

        Cut(long line) {
            this.line = line;
        }

        void put(int value) {
            if (size >= JsonLimits.DEFAULT.bytes()) {
                throw place.error(line, "a record is longer than " + JsonLimits.DEFAULT.bytes() + " bytes");
            }
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * size);
            }
            bytes[size++] = (byte) value;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, size);
        }
    }
}
