package dev.kinprint.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The statements on an archive's tables. It appends and reads; it decides nothing. */
final class Log implements AutoCloseable {
    private static final String COLUMNS = "e.seq, e.kind, e.name, e.attempt, e.at, e.cost, e.status, e.headers, e.body,"
            + " e.reason, e.sha256, c.subject, c.probe, c.sample, r.dialect, r.profile, r.base_url, r.model, r.body,"
            + " e.cell, e.request";
    private static final String JOINS = " LEFT JOIN cell c ON c.id = e.cell LEFT JOIN request r ON r.id = e.request";
    static final String ALL = "SELECT " + COLUMNS + " FROM entry e" + JOINS + " ORDER BY e.seq";
    private static final String LATEST = "SELECT " + COLUMNS
            + " FROM cell c JOIN entry e ON e.seq = (SELECT max(seq) FROM entry WHERE cell = c.id)"
            + " LEFT JOIN request r ON r.id = e.request ORDER BY c.subject, c.probe, c.sample";
    private static final String LATEST_OF = "SELECT " + COLUMNS
            + " FROM cell c JOIN entry e ON e.seq = (SELECT max(seq) FROM entry WHERE cell = c.id)"
            + " LEFT JOIN request r ON r.id = e.request WHERE c.subject = ? AND c.probe = ? AND c.sample = ?";
    private static final String SPAN = "SELECT min(e.at), max(e.at) FROM cell c"
            + " JOIN entry e ON e.seq = (SELECT max(seq) FROM entry WHERE cell = c.id)"
            + " JOIN request r ON r.id = e.request WHERE r.profile <> ?";
    private static final String DOCUMENT =
            "SELECT body FROM entry WHERE cell IS NULL AND name = ? ORDER BY seq DESC LIMIT 1";

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private String head = Row.GENESIS;
    private long entries;
    private long cells;
    private long requests;

    /** The cell and the request that were written or looked for last: most rows need just these. */
    private @Nullable CellKey lastKey;

    private long lastKeyId;
    private @Nullable Cell lastRequest;
    private long lastRequestId;

    Log(Connection connection) throws SQLException {
        this.connection = connection;
        rewind();
    }

    /** Takes the end of the log from the tables: on opening, and after a rollback. */
    void rewind() throws SQLException {
        entries = number("SELECT coalesce(max(seq), 0) FROM entry");
        cells = number("SELECT coalesce(max(id), 0) FROM cell");
        requests = number("SELECT coalesce(max(id), 0) FROM request");
        head = Row.GENESIS;
        lastKey = null;
        lastRequest = null;
        if (entries > 0) {
            try (ResultSet last = query("SELECT sha256 FROM entry ORDER BY seq DESC LIMIT 1")) {
                last.next();
                head = last.getString(1);
            }
        }
    }

    String head() {
        return head;
    }

    long entries() {
        return entries;
    }

    long number(String sql) throws SQLException {
        try (ResultSet answer = query(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    Optional<Row> latest(CellKey key) throws SQLException {
        try (ResultSet rows = query(LATEST_OF, key.subject(), key.probe(), key.sample())) {
            if (!rows.next()) {
                return Optional.empty();
            }
            Row row = row(rows);
            lastKey = key;
            lastKeyId = rows.getLong(20);
            lastRequest = row.request();
            lastRequestId = rows.getLong(21);
            return Optional.of(row);
        }
    }

    Optional<Bytes> document(String name) throws SQLException {
        try (ResultSet rows = query(DOCUMENT, name)) {
            return rows.next() ? Optional.of(Bytes.adopt(rows.getBytes(1))) : Optional.empty();
        }
    }

    List<String> documentNames() throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = query("SELECT DISTINCT name FROM entry WHERE cell IS NULL ORDER BY name")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    void forEachLatest(Consumer<Row> reader) throws SQLException {
        try (ResultSet rows = query(LATEST)) {
            while (rows.next()) {
                reader.accept(row(rows));
            }
        }
    }

    void forEachEntry(Consumer<LogEntry> reader) throws SQLException {
        try (ResultSet rows = query("SELECT seq, kind, name, at, sha256 FROM entry ORDER BY seq")) {
            while (rows.next()) {
                reader.accept(new LogEntry(
                        rows.getLong(1), rows.getString(2), rows.getString(3), rows.getLong(4), rows.getString(5)));
            }
        }
    }

    /** The times of the earliest and latest among the last steps of cells that were not imported. */
    Optional<Span> span() throws SQLException {
        try (ResultSet times = query(SPAN, Cell.IMPORTED)) {
            times.next();
            long from = times.getLong(1);
            return times.wasNull()
                    ? Optional.empty()
                    : Optional.of(new Span(Instant.ofEpochMilli(from), Instant.ofEpochMilli(times.getLong(2))));
        }
    }

    Map<State, Long> states() throws SQLException {
        Map<State, Long> counts = new EnumMap<>(State.class);
        try (ResultSet rows = query("SELECT kind, count(*) FROM entry WHERE seq IN"
                + " (SELECT max(seq) FROM entry WHERE cell IS NOT NULL GROUP BY cell) GROUP BY kind")) {
            while (rows.next()) {
                counts.put(State.valueOf(rows.getString(1)), rows.getLong(2));
            }
        }
        return counts;
    }

    Spend spend() throws SQLException {
        String cost = "SELECT coalesce(sum(cost), 0) FROM entry e WHERE kind ";
        long settled = number(cost + "= 'RESULT'");
        long doubtful = number(cost + "IN ('PARTIAL', 'IN_DOUBT')");
        long open =
                number(cost + "= 'INTENT' AND NOT EXISTS (SELECT 1 FROM entry WHERE cell = e.cell AND seq > e.seq)");
        long calls = number("SELECT count(*) FROM entry WHERE kind = 'INTENT'")
                - number("SELECT count(*) FROM entry WHERE kind = 'NOT_SENT'");
        return new Spend(settled, doubtful + open, calls);
    }

    /** A new cell; its key must be free. */
    void addCell(CellKey key) throws SQLException {
        update(
                "INSERT INTO cell (id, subject, probe, sample) VALUES (?, ?, ?, ?)",
                cells + 1,
                key.subject(),
                key.probe(),
                key.sample());
        cells++;
        lastKey = key;
        lastKeyId = cells;
    }

    void append(Row row) throws SQLException {
        String hash = row.chain(head);
        PreparedStatement insert =
                prepare("INSERT INTO entry (seq, kind, name, cell, request, attempt, at, cost, status, headers,"
                        + " body, reason, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, row.seq());
        insert.setString(2, row.kind());
        insert.setString(3, row.name());
        set(insert, 4, row.cell().isPresent() ? cellId(row.cell().get().key()) : null);
        set(insert, 5, row.cell().isPresent() ? requestId(row.cell().get()) : null);
        insert.setInt(6, row.attempt());
        insert.setLong(7, row.at());
        set(insert, 8, row.cost().isPresent() ? row.cost().getAsLong() : null);
        set(insert, 9, row.reply().map(Reply::status).orElse(null));
        set(insert, 10, row.reply().map(Reply::headerLines).orElse(null));
        set(insert, 11, row.reply().map(reply -> reply.body().inside()).orElse(null));
        insert.setString(12, row.reason());
        insert.setString(13, hash);
        insert.executeUpdate();
        head = hash;
        entries = row.seq();
    }

    private long cellId(CellKey key) throws SQLException {
        if (key.equals(lastKey)) {
            return lastKeyId;
        }
        try (ResultSet found = query(
                "SELECT id FROM cell WHERE subject = ? AND probe = ? AND sample = ?",
                key.subject(),
                key.probe(),
                key.sample())) {
            found.next();
            return found.getLong(1);
        }
    }

    private long requestId(Cell cell) throws SQLException {
        if (lastRequest != null && lastRequest.sameRequest(cell)) {
            return lastRequestId;
        }
        lastRequestId = findOrAddRequest(cell);
        lastRequest = cell;
        return lastRequestId;
    }

    private long findOrAddRequest(Cell cell) throws SQLException {
        String hash = cell.request().sha256();
        try (ResultSet found = query(
                "SELECT id FROM request WHERE dialect = ? AND profile = ? AND base_url = ? AND model = ? AND sha256 = ?",
                cell.dialect(),
                cell.profile(),
                cell.baseUrl(),
                cell.model(),
                hash)) {
            if (found.next()) {
                return found.getLong(1);
            }
        }
        update(
                "INSERT INTO request (id, dialect, profile, base_url, model, sha256, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
                requests + 1,
                cell.dialect(),
                cell.profile(),
                cell.baseUrl(),
                cell.model(),
                hash,
                cell.request().inside());
        requests++;
        return requests;
    }

    static Row row(ResultSet from) throws SQLException {
        long cost = from.getLong(6);
        OptionalLong price = from.wasNull() ? OptionalLong.empty() : OptionalLong.of(cost);
        int status = from.getInt(7);
        Optional<Reply> reply = from.wasNull()
                ? Optional.empty()
                : Optional.of(new Reply(status, Reply.headers(from.getString(8)), Bytes.adopt(from.getBytes(9))));
        String subject = from.getString(12);
        Optional<Cell> cell = subject == null
                ? Optional.empty()
                : Optional.of(new Cell(
                        new CellKey(subject, from.getString(13), from.getInt(14)),
                        from.getString(15),
                        from.getString(16),
                        from.getString(17),
                        from.getString(18),
                        Bytes.adopt(from.getBytes(19))));
        return new Row(
                from.getLong(1),
                from.getString(2),
                from.getString(3),
                cell,
                from.getInt(4),
                from.getLong(5),
                price,
                reply,
                from.getString(10));
    }

    ResultSet query(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepare(sql);
        for (int i = 0; i < values.length; i++) {
            set(statement, i + 1, values[i]);
        }
        return statement.executeQuery();
    }

    private void update(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepare(sql);
        for (int i = 0; i < values.length; i++) {
            set(statement, i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    private static void set(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.NULL);
        } else {
            statement.setObject(at, value);
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
