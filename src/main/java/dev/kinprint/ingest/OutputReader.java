package dev.kinprint.ingest;

import dev.kinprint.ingest.SourceStream.TrapException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipException;

/** Steps through the outputs of one file. Whatever is wrong with it is an error that names the file. */
final class OutputReader implements AutoCloseable {
    private final SourceFile file;
    private final Place place;
    private final SourceStream stream;
    private final Records records;

    private interface Reading<T> {
        T run() throws IOException;
    }

    OutputReader(SourceFile file) {
        this.file = file;
        this.place = new Place(file.path().toString());
        this.stream = guard(() -> SourceStream.open(file.path()));
        boolean done = false;
        try {
            this.records = guard(() -> Records.open(stream, file, place));
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    Place place() {
        return place;
    }

    /** The next output; empty at the end. */
    Optional<Records.Located> next() {
        return guard(records::next);
    }

    /** The hash and the size of the file; only after the last output. */
    SourceFile.Seal seal() {
        return guard(() -> new SourceFile.Seal(file.name(), stream.finish(), stream.size()));
    }

    private <T> T guard(Reading<T> reading) {
        try {
            return reading.run();
        } catch (TrapException e) {
            throw place.error(String.valueOf(e.getMessage()));
        } catch (EOFException | ZipException e) {
            throw place.error("its gzip data is damaged or cut off");
        } catch (IOException e) {
            throw place.error("it cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        guard(() -> {
            stream.close();
            return file;
        });
    }
}
