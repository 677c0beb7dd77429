package dev.kinprint.archive;

import dev.kinprint.fault.OperatorError;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import org.sqlite.SQLiteErrorCode;

/** What may be added to a log. Whoever calls it commits, or rolls back. */
final class Writer {
    private final Log log;

    Writer(Log log) {
        this.log = log;
    }

    void document(String name, Bytes content, Instant at) throws SQLException {
        if (!log.document(name).equals(Optional.of(content))) {
            log.append(Row.document(log.entries() + 1, name, content, at));
        }
    }

    void plan(Iterable<Cell> cells, Instant at) throws SQLException {
        for (Cell cell : cells) {
            Optional<Row> before = log.latest(cell.key());
            if (before.isEmpty()) {
                log.addCell(cell.key());
            } else if (before.get().request().sameRequest(cell)) {
                continue;
            } else if (!before.get().state().allows(State.PLANNED)) {
                throw OperatorError.usage(
                        "The run holds the answer to another request",
                        cell.key().toString(),
                        "model, address, words or parameters are not those that it was asked with",
                        "Undo the change, or give the run another name.");
            }
            int attempts = before.map(Row::attempt).orElse(0);
            add(State.PLANNED, cell, attempts, at, OptionalLong.empty(), Optional.empty(), "");
        }
    }

    void append(Collection<Step> steps) throws SQLException {
        for (Step step : steps) {
            Row before = log.latest(step.cell())
                    .orElseThrow(() -> new IllegalStateException("cell: not planned: " + step.cell()));
            if (!before.state().allows(step.state())) {
                throw new IllegalStateException(
                        "state: " + step.cell() + " cannot go from " + before.kind() + " to " + step.state());
            }
            int attempt = before.attempt() + (step.state() == State.INTENT ? 1 : 0);
            add(step.state(), before.request(), attempt, step.at(), step.cost(), step.reply(), step.reason());
        }
    }

    void importAll(Iterator<ImportedAnswer> answers, Instant at) throws SQLException {
        while (answers.hasNext()) {
            ImportedAnswer answer = answers.next();
            CellKey key = answer.key();
            try {
                log.addCell(key);
            } catch (SQLException e) {
                if ((e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                    throw OperatorError.usage(
                            "An answer stands twice",
                            key.toString(),
                            "the archive holds one for the same model, probe and sample",
                            "Number the samples apart, or import into another run.");
                }
                throw e;
            }
            Cell cell = new Cell(key, Cell.IMPORTED, Cell.IMPORTED, "", key.subject(), Bytes.empty());
            Optional<Reply> reply = Optional.of(Reply.imported(answer.body()));
            add(State.RESULT, cell, 0, at, OptionalLong.empty(), reply, "");
        }
    }

    private void add(
            State state, Cell cell, int attempt, Instant at, OptionalLong cost, Optional<Reply> reply, String reason)
            throws SQLException {
        log.append(new Row(
                log.entries() + 1,
                state.name(),
                "",
                Optional.of(cell),
                attempt,
                at.toEpochMilli(),
                cost,
                reply,
                reason));
    }
}
