package dev.kinprint.archive;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of one run in one SQLite file. Rows are only ever added, each chained to the one before it by a hash;
 * every change is one committed transaction that has reached the disk when the method returns.
 *
 * <p>What is promised: a result that {@link #append} took is on disk, byte for byte, after any crash; a cell is never
 * sent again without a recorded decision; every cell that was sent and not answered is listed.
 *
 * <p>Opening recomputes the whole chain. A file that is not what was written is refused with
 * {@link OperatorError.Kind#INTEGRITY} and left as it is. What no archive can show by itself is that its last rows were
 * cut off by someone who knows how; the {@linkplain #root root}, kept elsewhere, does.
 *
 * <p>One thread at a time. A failure of the disk is an {@link UncheckedIOException}.
 */
public final class Archive implements AutoCloseable {
    private final String where;
    private final Connection connection;
    private final Log log;
    private final @Nullable RunLock lock;

    private Archive(String where, Connection connection, @Nullable RunLock lock) throws SQLException {
        this.where = where;
        this.connection = connection;
        this.log = new Log(connection);
        this.lock = lock;
    }

    /** A new archive that is gone when it is closed. */
    public static Archive inMemory() {
        try {
            return new Archive("memory", Sqlite.memory(), null);
        } catch (SQLException e) {
            throw Sqlite.explain(e, "memory");
        }
    }

    /**
     * A new archive file, open for writing. Missing folders are made.
     *
     * @throws OperatorError where the file exists, or another process has it
     */
    public static Archive create(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of " + path, e);
        }
        return locked(path, lock -> {
            if (Files.exists(path)) {
                throw OperatorError.usage(
                        "The archive exists", path.toString(), "a new one would replace it", "Name another run.");
            }
            return new Archive(path.toString(), Sqlite.create(path), lock);
        });
    }

    /**
     * An existing archive, open for writing.
     *
     * @throws OperatorError where there is none, another process has it, or it is not what was written
     */
    public static Archive open(Path path) {
        return locked(path, lock -> {
            // A damaged file must not be written to, not even by SQLite's own recovery: look first.
            openReadOnly(path).close();
            return new Archive(path.toString(), Sqlite.write(path), lock);
        });
    }

    /**
     * An existing archive, for reading. Another process may be writing to it; what it adds later is not seen.
     *
     * @throws OperatorError where there is none, or it is not what was written
     */
    public static Archive openReadOnly(Path path) {
        String where = path.toString();
        if (!Files.isRegularFile(path)) {
            throw OperatorError.usage("There is no archive", where, "no such file", "Check the name of the run.");
        }
        try {
            Connection connection = Sqlite.read(path);
            try {
                Archive archive = new Archive(where, connection, null);
                archive.verify();
                return archive;
            } catch (RuntimeException | SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Sqlite.explain(e, where);
        }
    }

    /**
     * Recomputes every hash.
     *
     * @return the root
     * @throws OperatorError where anything is not as it was written
     */
    public String verify() {
        return ask(() -> Verification.root(connection, log, where));
    }

    /** The hash of the last row, in hexadecimal; it stands for every byte written so far. */
    public String root() {
        return log.head();
    }

    /** Where the archive lies, for messages. */
    public String where() {
        return where;
    }

    /** Keeps a document under a name. Other content under the same name is kept beside it, and read instead of it. */
    public void putDocument(String name, Bytes content, Instant at) {
        commit(writer -> writer.document(name, content, at));
    }

    /** The latest document of that name. */
    public Optional<Bytes> document(String name) {
        return ask(() -> log.document(name));
    }

    /** The names of all documents, sorted. */
    public List<String> documentNames() {
        return ask(log::documentNames);
    }

    /**
     * Plans cells, all or none. A cell that is planned already with the same request stays as it is; one with another
     * request takes the new one, as long as nothing was bought for it.
     *
     * @throws OperatorError where the archive holds the answer to another request for the same model, probe and sample
     */
    public void plan(Iterable<Cell> cells, Instant at) {
        commit(writer -> writer.plan(cells, at));
    }

    /**
     * Takes steps, all or none, in their order.
     *
     * @throws IllegalStateException where a cell is not planned or may not take the step
     */
    public void append(Collection<Step> steps) {
        commit(writer -> writer.append(steps));
    }

    /**
     * Brings in answers that were made elsewhere, all or none, with a document that says where they come from.
     *
     * @throws OperatorError where an answer stands twice, or the archive has one for the same cell
     */
    public void importAll(String name, Bytes source, Iterator<ImportedAnswer> answers, Instant at) {
        commit(writer -> {
            writer.document(name, source, at);
            writer.importAll(answers, at);
        });
    }

    /** Every cell in its latest state, by subject, probe and sample; one at a time in memory. */
    public void forEach(Consumer<StoredExchange> reader) {
        ask(() -> {
            log.forEachLatest(row -> reader.accept(row.exchange()));
            return where;
        });
    }

    /** Every line of the log from its outside, in order. */
    public void forEachEntry(Consumer<LogEntry> reader) {
        ask(() -> {
            log.forEachEntry(reader);
            return where;
        });
    }

    /** One cell in its latest state. */
    public Optional<StoredExchange> find(CellKey key) {
        return ask(() -> log.latest(key).map(Row::exchange));
    }

    /**
     * When the cells came into their latest states, those aside whose answers were made elsewhere; empty where there are
     * no others.
     */
    public Optional<Span> span() {
        return ask(log::span);
    }

    /** How many cells are in each state; a state without a cell is left out. */
    public Map<State, Long> states() {
        return ask(log::states);
    }

    /** What the run has cost so far, calls that were cut off or are in doubt included. */
    public Spend spend() {
        return ask(log::spend);
    }

    /** Writes what is open to the file and lets go of it. */
    @Override
    public void close() {
        try {
            log.close();
        } catch (SQLException e) {
            throw Sqlite.explain(e, where);
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    private interface Query<T> {
        T run() throws SQLException;
    }

    private <T> T ask(Query<T> query) {
        try {
            return query.run();
        } catch (SQLException e) {
            throw Sqlite.explain(e, where);
        }
    }

    private interface Change {
        void apply(Writer writer) throws SQLException;
    }

    /** One transaction: all of a change, or nothing of it. */
    private void commit(Change change) {
        try {
            boolean done = false;
            try {
                change.apply(new Writer(log));
                connection.commit();
                done = true;
            } finally {
                if (!done) {
                    undo();
                }
            }
        } catch (SQLException e) {
            throw Sqlite.explain(e, where);
        }
    }

    /** Where the disk is full SQLite has undone the change by itself, and takes an order to do so for a mistake. */
    private void undo() throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException undoneAlready) {
            Sqlite.run(connection, "BEGIN");
        }
        log.rewind();
    }

    private interface Opening {
        Archive open(RunLock lock) throws SQLException;
    }

    private static Archive locked(Path path, Opening opening) {
        RunLock lock = RunLock.take(path);
        boolean done = false;
        try {
            Archive archive = opening.open(lock);
            done = true;
            return archive;
        } catch (SQLException e) {
            throw Sqlite.explain(e, path.toString());
        } finally {
            if (!done) {
                lock.close();
            }
        }
    }
}
