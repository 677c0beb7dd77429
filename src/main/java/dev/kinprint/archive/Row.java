package dev.kinprint.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of the log: a step of a cell, or a document.
 *
 * @param seq position in the log, from 1
 * @param kind the state, or {@link #DOCUMENT}
 * @param name the document's name; empty for a step
 * @param cell the cell with its request; empty for a document
 * @param attempt which attempt, from 1; 0 before the first
 * @param at milliseconds since 1970, UTC
 * @param cost billionths of a US dollar
 * @param reply what came back; a document's content is kept as a body
 * @param reason why
 */
record Row(
        long seq,
        String kind,
        String name,
        Optional<Cell> cell,
        int attempt,
        long at,
        OptionalLong cost,
        Optional<Reply> reply,
        String reason) {
    static final String DOCUMENT = "DOCUMENT";

    /** What stands before the first row. */
    static final String GENESIS = Bytes.utf8("kinprint archive 1").sha256();

    static Row document(long seq, String name, Bytes content, Instant at) {
        Optional<Reply> kept = Optional.of(Reply.imported(content));
        return new Row(seq, DOCUMENT, name, Optional.empty(), 0, at.toEpochMilli(), OptionalLong.empty(), kept, "");
    }

    /** The state that a step led to. */
    State state() {
        return State.valueOf(kind);
    }

    /** The request of a step. */
    Cell request() {
        return cell.orElseThrow();
    }

    /** The step as readers of the archive see it. */
    StoredExchange exchange() {
        return new StoredExchange(request(), state(), attempt, Instant.ofEpochMilli(at), cost, reply, reason);
    }

    /**
     * The hash of this row, chained to the row before it: SHA-256 over that row's hash and every field of this one,
     * each with its length in front, so that no two different rows give the same input.
     */
    String chain(String before) {
        MessageDigest digest = Bytes.digest();
        put(digest, before);
        put(digest, seq + " " + kind + " " + attempt + " " + at + " " + (cost.isPresent() ? cost.getAsLong() : "-"));
        put(digest, name);
        put(digest, reason);
        cell.ifPresent(of -> {
            put(digest, of.key().subject());
            put(digest, of.key().probe());
            put(digest, Integer.toString(of.key().sample()));
            put(digest, of.dialect());
            put(digest, of.profile());
            put(digest, of.baseUrl());
            put(digest, of.model());
            put(digest, of.request().inside());
        });
        reply.ifPresent(of -> {
            put(digest, Integer.toString(of.status()));
            put(digest, of.headerLines());
            put(digest, of.body().inside());
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void put(MessageDigest digest, String text) {
        put(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(MessageDigest digest, byte[] field) {
        digest.update(ByteBuffer.allocate(4).putInt(field.length).array());
        digest.update(field);
    }
}
