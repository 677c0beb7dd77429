package dev.kinprint.embed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** SHA-256 of an embedder's fingerprint and a text: the name of one vector. Its four longs are the hash, in order. */
record VectorKey(long first, long second, long third, long fourth) {
    static final int BYTES = 32;

    static VectorKey of(EmbedderId embedder, String text) {
        MessageDigest digest = Sha256.digest();
        digest.update(embedder.fingerprint().getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) '\n');
        return read(ByteBuffer.wrap(digest.digest(WellFormed.of(text).getBytes(StandardCharsets.UTF_8))));
    }

    static VectorKey read(ByteBuffer from) {
        return new VectorKey(from.getLong(), from.getLong(), from.getLong(), from.getLong());
    }

    void write(ByteBuffer to) {
        to.putLong(first).putLong(second).putLong(third).putLong(fourth);
    }
}
