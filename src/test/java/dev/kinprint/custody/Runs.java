package dev.kinprint.custody;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.Cell;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.Reply;
import dev.kinprint.archive.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Small runs to seal. */
final class Runs {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private Runs() {}

    /** A run of some answers, with two files beside its archive. */
    static Path make(Path folder, int answers) throws IOException {
        Files.createDirectories(folder.resolve("figures"));
        Files.writeString(folder.resolve("result.json"), "{\"verdict\":\"none\"}");
        Files.writeString(folder.resolve("figures/tree.nwk"), "(a,b);");
        try (Archive archive = Archive.create(folder.resolve(SealFiles.ARCHIVE))) {
            answer(archive, 0, answers);
        }
        return folder;
    }

    static void answer(Archive archive, int from, int to) {
        for (int i = from; i < to; i++) {
            CellKey key = new CellKey("a", "p" + i, 0);
            archive.plan(List.of(new Cell(key, "openai-chat", "x", "https://a.example", "m", Bytes.utf8("{}"))), NOW);
            archive.append(List.of(
                    Step.intent(key, NOW, OptionalLong.of(1)),
                    Step.result(
                            key, NOW, OptionalLong.of(1), new Reply(200, new TreeMap<>(), Bytes.utf8("answer " + i)))));
        }
    }
}
