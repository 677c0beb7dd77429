package dev.kinprint.ingest;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of outputs.
 *
 * @param path where it lies
 * @param name its path inside the source, with forward slashes
 * @param folder the name of the model's folder, in the layouts of AlpacaEval and lm-evaluation-harness
 */
record SourceFile(Path path, String name, Optional<String> folder) {
    /**
     * A file that was read to its end.
     *
     * @param name its path inside the source
     * @param sha256 in hexadecimal, of the bytes as they lie on disk
     * @param size in bytes
     */
    record Seal(String name, String sha256, long size) {}
}
