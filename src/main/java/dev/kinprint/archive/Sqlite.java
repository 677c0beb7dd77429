package dev.kinprint.archive;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** Opens SQLite files the one way they may be opened, and says in plain words what a failure of SQLite means. */
final class Sqlite {
    private static final String SCHEMA = schema();

    private Sqlite() {}

    /** A new, empty archive in memory. */
    static Connection memory() throws SQLException {
        return fresh("jdbc:sqlite::memory:");
    }

    /** A new, empty archive file; the path must be free. */
    static Connection create(Path path) throws SQLException {
        return fresh("jdbc:sqlite:" + path.toUri());
    }

    private static Connection fresh(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url, durable());
        run(connection, "PRAGMA journal_mode=WAL");
        connection.setAutoCommit(false);
        for (String statement : SCHEMA.split(";\n")) {
            run(connection, statement);
        }
        connection.commit();
        return connection;
    }

    /** For writing; every commit reaches the disk before it returns. */
    static Connection write(Path path) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path.toUri(), durable());
        connection.setAutoCommit(false);
        return connection;
    }

    /** For reading only. A file that lies in a folder without write access is read as one that nobody changes. */
    static Connection read(Path path) throws SQLException {
        Path folder = path.toAbsolutePath().getParent();
        boolean still = folder != null && !Files.isWritable(folder) && !pending(path);
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Connection connection = DriverManager.getConnection(
                "jdbc:sqlite:" + path.toUri() + (still ? "?immutable=1" : ""), guarded(config));
        connection.setAutoCommit(false);
        return connection;
    }

    /** Whether commits lie beside the file that a crash kept from being written into it. */
    private static boolean pending(Path path) {
        return path.resolveSibling(path.getFileName() + "-wal").toFile().length() > 0;
    }

    private static Properties durable() {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return guarded(config);
    }

    private static Properties guarded(SQLiteConfig config) {
        // Otherwise the driver prepares and runs a query for the new row's number after each insert; nobody reads it.
        config.setGetGeneratedKeys(false);
        Properties properties = config.toProperties();
        properties.setProperty("busy_timeout", "2000");
        return properties;
    }

    /** Refuses a file that SQLite itself finds damaged, or whose tables are not exactly an archive's. */
    static void check(Connection connection, String where) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA integrity_check(1)")) {
            if (!answer.next() || !answer.getString(1).equals("ok")) {
                throw damaged(where, "SQLite's own check of the file fails");
            }
        }
        try (Connection empty = memory()) {
            if (!tables(connection).equals(tables(empty))) {
                throw damaged(where, "its tables are not those of an archive");
            }
        }
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT type, name, tbl_name, sql FROM sqlite_schema")) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3) + " "
                        + rows.getString(4));
            }
        }
        return found;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static OperatorError damaged(String where, String why) {
        return new OperatorError(
                OperatorError.Kind.INTEGRITY,
                "The archive is not what was written",
                where,
                why,
                "Nothing was changed. Restore the file from a copy, or start a new run.");
    }

    /** What an operator has to know of a failure of SQLite. */
    static RuntimeException explain(SQLException e, String where) {
        int code = e.getErrorCode() & 0xff;
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code
                || code == SQLiteErrorCode.SQLITE_FORMAT.code
                || code == SQLiteErrorCode.SQLITE_ERROR.code) {
            return damaged(where, "SQLite cannot read it");
        } else if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return new OperatorError(
                    OperatorError.Kind.LOCKED,
                    "The archive is in use",
                    where,
                    "another program holds it",
                    "Close that program and give the same command again.");
        }
        return new UncheckedIOException(
                new IOException("archive " + where + ": " + SQLiteErrorCode.getErrorCode(code), e));
    }

    private static String schema() {
        try (var in = Sqlite.class.getResourceAsStream("schema.sql")) {
            if (in == null) {
                throw new IllegalStateException("schema.sql is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
