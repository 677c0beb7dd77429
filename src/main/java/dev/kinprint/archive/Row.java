package dev.kinprint.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
        List<byte[]> fields = new ArrayList<>();
        fields.add(utf8(before));
        fields.add(
                utf8(seq + " " + kind + " " + attempt + " " + at + " " + (cost.isPresent() ? cost.getAsLong() : "-")));
        fields.add(utf8(name));
        fields.add(utf8(reason));
        if (cell.isPresent()) {
            Cell of = cell.get();
            fields.add(utf8(of.key().subject()));
            fields.add(utf8(of.key().probe()));
            fields.add(utf8(Integer.toString(of.key().sample())));
            fields.add(utf8(of.dialect()));
            fields.add(utf8(of.profile()));
            fields.add(utf8(of.baseUrl()));
            fields.add(utf8(of.model()));
            fields.add(of.request().inside());
        }
        if (reply.isPresent()) {
            fields.add(utf8(Integer.toString(reply.get().status())));
            fields.add(utf8(reply.get().headerLines()));
            fields.add(reply.get().body().inside());
        }
        MessageDigest digest = Bytes.digest();
        // One loop, where the digest is called in one place: called for each field by itself it takes longer to compile
        // than to run for a hundred thousand rows.
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        for (byte[] field : fields) {
            digest.update(length.putInt(0, field.length).array());
            digest.update(field);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
