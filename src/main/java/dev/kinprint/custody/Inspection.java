package dev.kinprint.custody;

import dev.kinprint.archive.Archive;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Looks at a run without changing it, and says of each thing whether it is as it was. It needs no network and no secret.
 */
public final class Inspection {
    private static final int LONGEST = 4 << 20;

    private final Path folder;
    private final Optional<String> trustedKey;
    private final Optional<Path> authority;
    private final List<Check> checks = new ArrayList<>();

    private Inspection(Path folder, Optional<String> trustedKey, Optional<Path> authority) {
        this.folder = folder;
        this.trustedKey = trustedKey;
        this.authority = authority;
    }

    /**
     * Looks at a run.
     *
     * @param trustedKey the public key that should have signed, in base64
     * @param authority a certificate in PEM that the timestamp's must be, or be issued by
     * @return every check in order; any failure means that something is not what was sealed
     */
    public static List<Check> of(Path folder, Optional<String> trustedKey, Optional<Path> authority) {
        Inspection inspection = new Inspection(folder, trustedKey, authority);
        inspection.look();
        return List.copyOf(inspection.checks);
    }

    private void look() {
        Optional<Rows> rows = archive();
        Path sealed = folder.resolve(SealFiles.MANIFEST);
        if (!Files.exists(sealed)) {
            boolean remains = Files.exists(folder.resolve(SealFiles.SIGNATURE))
                    || Files.exists(folder.resolve(SealFiles.TIMESTAMP))
                    || trustedKey.isPresent();
            checks.add(
                    remains
                            ? new Check("seal", Check.Result.FAIL, "the seal is missing")
                            : Check.note("seal", "none: rows that were cut off at the end would not be noticed"));
            return;
        }
        try {
            byte[] content = bytes(SealFiles.MANIFEST);
            Manifest manifest = Manifest.read(content);
            checks.add(new Check(
                    "seal", Check.Result.PASS, "of " + manifest.sealedAt() + ", by version " + manifest.tool()));
            signature(content);
            rows.ifPresent(found -> rows(manifest, found));
            files(manifest);
            timestamp(content);
        } catch (IOException | JsonFault e) {
            checks.add(new Check("seal", Check.Result.FAIL, "it cannot be read: " + e.getMessage()));
        }
    }

    private Optional<Rows> archive() {
        try (Archive archive = Archive.openReadOnly(folder.resolve(SealFiles.ARCHIVE))) {
            Rows rows = Rows.of(archive);
            checks.add(new Check("chain", Check.Result.PASS, rows.count() + " rows, each follows from the one before"));
            PlanLock.check(archive).ifPresent(checks::add);
            return Optional.of(rows);
        } catch (OperatorError e) {
            checks.add(new Check("chain", Check.Result.FAIL, e.what() + ": " + e.why()));
            return Optional.empty();
        }
    }

    private void rows(Manifest manifest, Rows rows) {
        checks.add(Check.of(
                "rows",
                manifest.rows() == rows.count()
                        && manifest.chain().equals(rows.chain())
                        && manifest.merkle().equals(rows.merkle()),
                "Merkle root " + rows.merkle(),
                "the archive has " + rows.count() + " rows with root " + rows.merkle() + ", sealed were "
                        + manifest.rows() + " with " + manifest.merkle()));
    }

    private void signature(byte[] content) throws IOException {
        Json signature;
        try {
            signature = Json.parse(bytes(SealFiles.SIGNATURE));
        } catch (IOException | JsonFault e) {
            checks.add(new Check("signature", Check.Result.FAIL, "it is missing, or cannot be read"));
            return;
        }
        String key = signature.at("publicKey").text().orElse("");
        boolean good =
                SealKey.verifies(key, content, signature.at("signature").text().orElse(""));
        checks.add(Check.of("signature", good, "Ed25519, by the key " + key, "it does not fit the seal"));
        if (trustedKey.isPresent()) {
            checks.add(Check.of(
                    "signer",
                    trustedKey.get().equals(key),
                    "the key that you trust",
                    "another key than the one that you trust"));
        } else {
            checks.add(Check.note("signer", "compare the key with one that you got another way, with --trust"));
        }
    }

    private void files(Manifest manifest) {
        try {
            SortedMap<String, String> now = SealFiles.hashes(folder);
            TreeSet<String> strange = new TreeSet<>(now.keySet());
            strange.removeAll(manifest.files().keySet());
            TreeSet<String> wrong = new TreeSet<>();
            manifest.files().forEach((name, hash) -> {
                if (!hash.equals(now.get(name))) {
                    wrong.add(name);
                }
            });
            checks.add(Check.of(
                    "files",
                    strange.isEmpty() && wrong.isEmpty(),
                    now.size() + " files",
                    "changed or missing: " + wrong + ", not sealed: " + strange));
        } catch (IOException e) {
            checks.add(new Check("files", Check.Result.FAIL, "they cannot be read: " + e.getMessage()));
        }
    }

    private void timestamp(byte[] content) throws IOException {
        if (!Files.exists(folder.resolve(SealFiles.TIMESTAMP))) {
            checks.add(
                    authority.isPresent()
                            ? new Check("timestamp", Check.Result.FAIL, "it is missing")
                            : Check.note("timestamp", "none: the time of the seal is its maker's word"));
            return;
        }
        Optional<Timestamp> stamp = Timestamp.read(bytes(SealFiles.TIMESTAMP));
        boolean good = stamp.isPresent() && stamp.get().holds(content);
        checks.add(Check.of(
                "timestamp",
                good,
                stamp.map(one -> "seen at " + one.at()).orElse(""),
                "it is not about this seal, or cannot be read"));
        if (good && authority.isPresent()) {
            checks.add(Check.of(
                    "authority",
                    stamp.get().trusts(Timestamp.certificate(authority.get())),
                    "the one that you trust",
                    "not the one that you trust"));
        } else if (good) {
            checks.add(Check.note("authority", "not compared; name its certificate with --tsa-root"));
        }
    }

    private byte[] bytes(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.size(file) > LONGEST) {
            throw new IOException(name + " is too long");
        }
        return Files.readAllBytes(file);
    }
}
