package dev.kinprint.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a source file, hashed as they lie on disk and unpacked where they are gzipped. What unpacks to more than
 * 10 GiB, or to more than a hundred times what was read, is a trap and ends with a {@link TrapException}.
 */
final class SourceStream implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final long MOST = 10L << 30;
    private static final long MOST_RATIO = 100;

    /** Below this a high ratio costs nothing, and a short repetitive answer has one. */
    private static final long RATIO_FROM = 8L << 20;

    private final MessageDigest digest;
    private final InputStream raw;
    private final InputStream content;
    private long packed;
    private long unpacked;

    /** A file that unpacks to more than anyone would have written. */
    static final class TrapException extends IOException {
        private static final long serialVersionUID = 1L;

        TrapException(String message) {
            super(message);
        }
    }

    private SourceStream(InputStream file, MessageDigest digest) throws IOException {
        this.digest = digest;
        this.raw = new BufferedInputStream(new DigestInputStream(new Counted(file), digest), BUFFER);
        raw.mark(2);
        boolean gzipped = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        this.content = gzipped ? new GZIPInputStream(raw, BUFFER) : raw;
    }

    /** Opens a file, which must be no symbolic link. */
    static SourceStream open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        try {
            return new SourceStream(stream, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /** Fills a buffer as far as it can; -1 at the end. */
    int read(byte[] buffer) throws IOException {
        int count = content.read(buffer, 0, buffer.length);
        if (count > 0) {
            unpacked += count;
            if (unpacked > MOST) {
                throw new TrapException("it unpacks to more than " + (MOST >> 30) + " GiB");
            }
            if (unpacked > RATIO_FROM && unpacked / MOST_RATIO > packed) {
                throw new TrapException("it unpacks to more than " + MOST_RATIO + " times its size");
            }
        }
        return count;
    }

    /** Reads what is left of the file, and answers with its SHA-256 in hexadecimal. */
    String finish() throws IOException {
        raw.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** How many bytes the file has, as far as it was read. */
    long size() {
        return packed;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private final class Counted extends java.io.FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            packed += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            packed += Math.max(count, 0);
            return count;
        }
    }
}
