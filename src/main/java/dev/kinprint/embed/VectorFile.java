package dev.kinprint.embed;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32C;

/**
 * Vectors of one embedder in an append-only file that several processes may share.
 *
 * <p>A header of 64 bytes is followed by records of equal length: key (32 bytes), values (4 bytes each, big-endian),
 * CRC-32C of both (4 bytes). Every append happens under a file lock, after cutting off what a killed process left
 * unfinished. A record whose checksum is wrong counts as absent; its text is embedded again.
 */
final class VectorFile implements AutoCloseable {
    private static final int HEADER = 64;
    private static final int CHECKSUM = 4;
    private static final int BLOCK = 1024;

    /** Locks on files belong to the process, so threads of one process take turns here first. */
    private static final Object PROCESS = new Object();

    private final Path file;
    private final FileChannel channel;
    private final int dimension;
    private final int recordLength;
    private final Map<VectorKey, Long> positions = new HashMap<>();
    private long indexed = HEADER;

    private VectorFile(Path file, FileChannel channel, int dimension) {
        this.file = file;
        this.channel = channel;
        this.dimension = dimension;
        this.recordLength = VectorKey.BYTES + Float.BYTES * dimension + CHECKSUM;
    }

    static VectorFile open(Path file, EmbedderId embedder) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean done = false;
            try {
                VectorFile vectors = new VectorFile(file, channel, embedder.dimension());
                vectors.checkHeader(embedder);
                vectors.refresh();
                done = true;
                return vectors;
            } finally {
                if (!done) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Takes in what other processes have appended since. */
    void refresh() {
        synchronized (PROCESS) {
            try (FileLock lock = channel.lock()) {
                index(lock.channel().size());
            } catch (IOException e) {
                throw unusable(file, e);
            }
        }
    }

    Optional<Embedding> find(VectorKey key) {
        Long position = positions.get(key);
        if (position == null) {
            return Optional.empty();
        }
        ByteBuffer record = ByteBuffer.allocate(recordLength);
        try {
            read(record, position);
        } catch (IOException e) {
            throw unusable(file, e);
        }
        return intact(record) ? Optional.of(vector(record)) : Optional.empty();
    }

    /** Appends vectors and waits until they are on disk. */
    void append(Map<VectorKey, Embedding> vectors) {
        ByteBuffer out = ByteBuffer.allocate(Math.multiplyExact(recordLength, vectors.size()));
        vectors.forEach((key, vector) -> write(out, key, vector));
        out.flip();
        synchronized (PROCESS) {
            try (FileLock lock = channel.lock()) {
                long size = lock.channel().size();
                long end = size - (size - HEADER) % recordLength;
                index(end);
                if (end < size) {
                    channel.truncate(end);
                }
                while (out.hasRemaining()) {
                    channel.write(out, end + out.position());
                }
                channel.force(false);
                index(end + out.limit());
            } catch (IOException e) {
                throw unusable(file, e);
            }
        }
    }

    private void checkHeader(EmbedderId embedder) throws IOException {
        ByteBuffer expected = ByteBuffer.allocate(HEADER);
        expected.put("kinprint vectors 1\n".getBytes(StandardCharsets.US_ASCII));
        expected.putInt(HEADER - Integer.BYTES, dimension);
        expected.position(HEADER - Integer.BYTES - Long.BYTES * 4);
        VectorKey.of(embedder, "").write(expected);
        expected.rewind();
        synchronized (PROCESS) {
            try (FileLock lock = channel.lock()) {
                if (lock.channel().size() < HEADER) {
                    channel.write(expected.duplicate(), 0);
                }
            }
        }
        ByteBuffer found = ByteBuffer.allocate(HEADER);
        read(found, 0);
        if (!found.equals(expected)) {
            throw new OperatorError(
                    OperatorError.Kind.INTEGRITY,
                    "The embedding cache is not one of this embedder",
                    file.toString(),
                    "its first " + HEADER + " bytes are not those of " + embedder,
                    "Move the file away; its vectors are then computed again.");
        }
    }

    private void index(long end) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(recordLength * BLOCK);
        while (end - indexed >= recordLength) {
            block.clear().limit((int) Math.min(block.capacity(), (end - indexed) / recordLength * recordLength));
            read(block, indexed);
            while (block.hasRemaining()) {
                ByteBuffer record = block.slice(block.position(), recordLength);
                if (intact(record)) {
                    positions.put(VectorKey.read(record), indexed);
                }
                block.position(block.position() + recordLength);
                indexed += recordLength;
            }
        }
    }

    private void read(ByteBuffer into, long position) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, position + into.position()) < 0) {
                throw new IOException("the file ends early");
            }
        }
        into.flip();
    }

    private void write(ByteBuffer out, VectorKey key, Embedding vector) {
        if (vector.dimension() != dimension) {
            throw new IllegalArgumentException("vector: dimension " + vector.dimension() + " and not " + dimension);
        }
        int start = out.position();
        key.write(out);
        for (int i = 0; i < dimension; i++) {
            out.putFloat(vector.value(i));
        }
        out.putInt(checksum(out.slice(start, recordLength - CHECKSUM)));
    }

    private boolean intact(ByteBuffer record) {
        return record.getInt(recordLength - CHECKSUM) == checksum(record.slice(0, recordLength - CHECKSUM));
    }

    private Embedding vector(ByteBuffer record) {
        float[] values = new float[dimension];
        record.position(VectorKey.BYTES).asFloatBuffer().get(values);
        return Embedding.of(values);
    }

    private static int checksum(ByteBuffer content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return (int) sum.getValue();
    }

    private static RuntimeException unusable(Path file, IOException e) {
        if (e instanceof ClosedByInterruptException || e instanceof FileLockInterruptionException) {
            return (CancellationException) new CancellationException("interrupted at the embedding cache").initCause(e);
        }
        return OperatorError.usage(
                "The embedding cache cannot be used",
                file.toString(),
                String.valueOf(e.getMessage()),
                "Free some space, or set KINPRINT_CACHE to a folder that can be written.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }
}
