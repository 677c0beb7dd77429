package dev.kinprint.archive;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Cells and replies for the tests of this package. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final OptionalLong COST = OptionalLong.of(1_500);

    private Samples() {}

    static CellKey key(String subject, String probe, int sample) {
        return new CellKey(subject, probe, sample);
    }

    static Cell cell(CellKey key, String words) {
        return new Cell(key, "openai-chat", "openai", "https://api.example", "model-1", Bytes.utf8(words));
    }

    static Reply reply(int status, String body) {
        return new Reply(status, new TreeMap<>(Map.of("x-request-id", "r-1")), Bytes.utf8(body));
    }
}
