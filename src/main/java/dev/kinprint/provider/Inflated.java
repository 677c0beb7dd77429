package dev.kinprint.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Reads bodies that came compressed although nobody asked for it. The archive keeps them as they came. */
final class Inflated {
    /** More than this no answer has; what inflates to more is a trap. */
    static final int MOST = 8 << 20;

    private Inflated() {}

    /** The body itself where it is not compressed; empty where it cannot be read, or is too long. */
    static Optional<byte[]> body(Map<String, String> headers, byte[] body) {
        return switch (headers.getOrDefault("content-encoding", "identity").strip()) {
            case "identity", "" -> Optional.of(body);
            case "gzip", "x-gzip" -> read(body, GZIPInputStream::new);
            case "deflate" -> read(body, InflaterInputStream::new);
            default -> Optional.empty();
        };
    }

    private interface Opening {
        InputStream open(InputStream in) throws IOException;
    }

    private static Optional<byte[]> read(byte[] body, Opening opening) {
        try (InputStream in = opening.open(new ByteArrayInputStream(body))) {
            byte[] all = in.readNBytes(MOST + 1);
            return all.length > MOST ? Optional.empty() : Optional.of(all);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
