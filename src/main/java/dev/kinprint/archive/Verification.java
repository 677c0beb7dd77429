package dev.kinprint.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Recomputes every hash of an archive from its rows. */
final class Verification {
    private Verification() {}

    /**
     * Reads the whole log.
     *
     * @return the root: the hash of the last row
     * @throws dev.kinprint.fault.OperatorError where anything is not as it was written
     */
    static String root(Connection connection, Log log, String where) throws SQLException {
        Sqlite.check(connection, where);
        String before = Row.GENESIS;
        long expected = 1;
        try (ResultSet rows = log.query(Log.ALL)) {
            while (rows.next()) {
                Row row = row(rows, where, expected);
                before = row.chain(before);
                if (row.seq() != expected || !before.equals(rows.getString(11))) {
                    throw Sqlite.damaged(where, "row " + expected + " does not follow from the row before it");
                }
                expected++;
            }
        }
        try (ResultSet rows = log.query("SELECT sha256, body FROM request")) {
            while (rows.next()) {
                if (!Bytes.adopt(rows.getBytes(2)).sha256().equals(rows.getString(1))) {
                    throw Sqlite.damaged(where, "a stored request is not the one that its hash names");
                }
            }
        }
        long strays =
                log.number("SELECT (SELECT count(*) FROM cell WHERE id NOT IN (SELECT cell FROM entry WHERE cell IS"
                        + " NOT NULL)) + (SELECT count(*) FROM request WHERE id NOT IN (SELECT request FROM entry WHERE request"
                        + " IS NOT NULL))");
        if (strays != 0) {
            throw Sqlite.damaged(where, strays + " cells or requests are not in the log");
        }
        return before;
    }

    /** A row that cannot even be read as one is a damaged row. */
    private static Row row(ResultSet rows, String where, long expected) throws SQLException {
        try {
            return Log.row(rows);
        } catch (RuntimeException unreadable) {
            throw Sqlite.damaged(where, "row " + expected + " cannot be read");
        }
    }
}
