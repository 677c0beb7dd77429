package dev.kinprint.custody;

import dev.kinprint.archive.Archive;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Closes a run: everything in its folder is hashed, and the hashes are signed. */
public final class Seal {
    private Seal() {}

    /**
     * What was sealed.
     *
     * @param rows rows of the archive
     * @param files other files
     * @param merkle the root over all rows; published anywhere, it shows later that none is missing
     * @param timestamped when an authority saw the seal
     */
    public record Sealed(long rows, int files, String merkle, Optional<Instant> timestamped) {}

    /**
     * Seals a run. A seal that is there is replaced.
     *
     * @param folder the folder of the run
     * @param authority the address of a timestamp authority (RFC 3161)
     * @param tool the version of the program
     * @throws OperatorError where the archive is damaged or in use, or the authority does not answer as it should
     */
    public static Sealed seal(Path folder, SealKey key, Optional<URI> authority, String tool, Instant now) {
        Path file = folder.resolve(SealFiles.ARCHIVE);
        try {
            Rows rows;
            // Opened for writing, so that nobody else is adding rows meanwhile.
            try (Archive archive = Archive.open(file)) {
                rows = Rows.of(archive);
            }
            Manifest manifest =
                    new Manifest(tool, now, rows.count(), rows.chain(), rows.merkle(), SealFiles.hashes(folder));
            byte[] content = manifest.canonical();
            Optional<Timestamp> stamp = authority.map(address -> Timestamp.request(address, content));
            Files.write(folder.resolve(SealFiles.MANIFEST), content);
            Files.write(
                    folder.resolve(SealFiles.SIGNATURE),
                    Json.object("publicKey", key.publicKey(), "signature", key.sign(content))
                            .canonical());
            Files.deleteIfExists(folder.resolve(SealFiles.TIMESTAMP));
            if (stamp.isPresent()) {
                Files.write(folder.resolve(SealFiles.TIMESTAMP), stamp.get().encoded());
            }
            return new Sealed(rows.count(), manifest.files().size(), rows.merkle(), stamp.map(Timestamp::at));
        } catch (IOException e) {
            throw new UncheckedIOException("the run in " + folder + " cannot be sealed", e);
        }
    }
}
