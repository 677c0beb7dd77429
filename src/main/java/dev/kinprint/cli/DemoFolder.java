package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The folder of a demo. An earlier demo there is replaced; anything else is left alone. */
final class DemoFolder {
    private static final String MARK = "demo";
    private static final List<String> ENDINGS = List.of("", "-wal", "-shm");

    private DemoFolder() {}

    /**
     * Takes away an earlier demo's archive and begins a new one.
     *
     * @throws OperatorError where the folder holds the archive of something else
     */
    static RunFolder fresh(Path path) {
        RunFolder folder = new RunFolder(path);
        if (Files.exists(folder.archive())) {
            try (Archive before = Archive.open(folder.archive())) {
                if (before.document(MARK).isEmpty()) {
                    throw OperatorError.usage(
                            "The folder holds another run",
                            folder.toString(),
                            "the demo would replace its archive",
                            "Name another folder: --out DIR.");
                }
            }
            delete(folder);
        }
        try (Archive archive = folder.write()) {
            archive.putDocument(MARK, Bytes.utf8("The models of this run belong to the lab."), Instant.now());
        }
        return folder;
    }

    private static void delete(RunFolder folder) {
        for (String ending : ENDINGS) {
            Path file = folder.archive().resolveSibling(folder.archive().getFileName() + ending);
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(file.toString(), e);
            }
        }
    }
}
