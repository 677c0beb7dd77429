package dev.kinprint.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.archive.Archive;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be done to a sealed run behind its back, and what is seen of it. */
class TamperMatrixTest {
    private final Path temp;
    private final SealKey key;
    private Path run = Path.of("");

    TamperMatrixTest(@TempDir Path temp) {
        this.temp = temp;
        this.key = SealKey.create(temp.resolve("seal.key"));
    }

    @BeforeEach
    void seal() throws IOException {
        run = Runs.make(temp.resolve("run"), 12);
        Seal.seal(run, key, Optional.empty(), "1", Runs.NOW);
    }

    private List<String> failures() {
        return failures(Optional.of(key.publicKey()));
    }

    private List<String> failures(Optional<String> trusted) {
        return Inspection.of(run, trusted, Optional.empty()).stream()
                .filter(check -> check.result() == Check.Result.FAIL)
                .map(Check::name)
                .toList();
    }

    @Test
    void aRunThatNobodyTouchedHolds() {
        assertThat(failures()).isEmpty();
        assertThat(Inspection.of(run, Optional.of(key.publicKey()), Optional.empty()))
                .extracting(Check::name)
                .containsExactly("chain", "seal", "signature", "signer", "rows", "files", "timestamp");
    }

    @Test
    void everyFlippedBitOfTheSealIsSeen() throws IOException {
        Random random = new Random(5);
        for (String name : List.of(SealFiles.MANIFEST, SealFiles.SIGNATURE, "result.json", "figures/tree.nwk")) {
            byte[] good = Files.readAllBytes(run.resolve(name));
            for (int i = 0; i < 10; i++) {
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(run.resolve(name), bad);
                assertThat(failures()).as(name + " " + i).isNotEmpty();
            }
            Files.write(run.resolve(name), good);
        }
        assertThat(failures()).isEmpty();
    }

    @Test
    void flippedBitsOfTheArchiveAreSeenOrChangeNoRow() throws IOException {
        Random random = new Random(6);
        Path archive = run.resolve(SealFiles.ARCHIVE);
        byte[] good = Files.readAllBytes(archive);
        int seen = 0;
        for (int i = 0; i < 16; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(archive, bad);
            seen += failures().isEmpty() ? 0 : 1;
        }
        Files.write(archive, good);
        assertThat(seen).as("the rest hit bytes that no row uses").isGreaterThan(2);
        byte[] shorter = java.util.Arrays.copyOf(good, good.length - 4096);
        Files.write(archive, shorter);
        assertThat(failures()).isNotEmpty();
    }

    @Test
    void filesThatAreGoneAddedOrSwappedAreSeen() throws IOException {
        Files.delete(run.resolve("figures/tree.nwk"));
        assertThat(failures()).containsExactly("files");
        Files.writeString(run.resolve("figures/tree.nwk"), "(a,b);");
        assertThat(failures()).isEmpty();
        Files.writeString(run.resolve("figures/Tree.nwk"), "(a,b);");
        assertThat(failures()).containsExactly("files");
        Files.move(
                run.resolve("figures/Tree.nwk"), run.resolve("figures/tree.nwk"), StandardCopyOption.REPLACE_EXISTING);
        Path swap = temp.resolve("swap");
        Files.move(run.resolve("result.json"), swap);
        Files.move(run.resolve("figures/tree.nwk"), run.resolve("result.json"));
        Files.move(swap, run.resolve("figures/tree.nwk"));
        assertThat(failures()).containsExactly("files");
    }

    @Test
    void aLinkInPlaceOfAFileIsSeen() throws IOException {
        Path outside = Files.writeString(temp.resolve("outside"), "{\"verdict\":\"none\"}");
        Files.delete(run.resolve("result.json"));
        Files.createSymbolicLink(run.resolve("result.json"), outside);
        assertThat(failures()).containsExactly("files");
    }

    @Test
    void rowsThatAreAddedAreSeen() {
        try (Archive archive = Archive.open(run.resolve(SealFiles.ARCHIVE))) {
            Runs.answer(archive, 12, 13);
        }
        assertThat(failures()).containsExactly("rows");
    }

    @Test
    void anArchiveOfAnotherRunIsSeen() throws IOException {
        Path other = Runs.make(temp.resolve("other"), 11);
        Files.copy(
                other.resolve(SealFiles.ARCHIVE), run.resolve(SealFiles.ARCHIVE), StandardCopyOption.REPLACE_EXISTING);
        assertThat(failures()).containsExactly("rows");
    }

    @Test
    void rowsThatAreChangedSwappedOrRemovedAreSeen() throws Exception {
        for (String change : List.of(
                "UPDATE entry SET body = 'another' WHERE seq = 3",
                "UPDATE entry SET at = at + 1 WHERE seq = 3",
                "UPDATE entry SET seq = -1 WHERE seq = 3; UPDATE entry SET seq = 3 WHERE seq = 6;"
                        + " UPDATE entry SET seq = 6 WHERE seq = -1",
                "DELETE FROM entry WHERE seq = 4",
                "DELETE FROM entry WHERE seq > 33; DELETE FROM cell WHERE id > 11",
                "INSERT INTO entry SELECT 37, kind, name, cell, request, attempt, at, cost, status, headers, body, reason,"
                        + " sha256 FROM entry WHERE seq = 36")) {
            byte[] good = Files.readAllBytes(run.resolve(SealFiles.ARCHIVE));
            alter(change);
            assertThat(failures()).as(change).isNotEmpty();
            Files.write(run.resolve(SealFiles.ARCHIVE), good);
        }
    }

    private void alter(String statements) throws SQLException {
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + run.resolve(SealFiles.ARCHIVE));
                Statement statement = raw.createStatement()) {
            // Whoever tampers takes the guards away and puts them back.
            Map<String, String> guards = new TreeMap<>();
            try (ResultSet found =
                    statement.executeQuery("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")) {
                while (found.next()) {
                    guards.put(found.getString(1), found.getString(2));
                }
            }
            for (String guard : guards.keySet()) {
                statement.execute("DROP TRIGGER " + guard);
            }
            for (String one : statements.split(";")) {
                statement.execute(one);
            }
            for (String guard : guards.values()) {
                statement.execute(guard);
            }
        }
    }

    @Test
    void aSealByAnotherKeyIsSeenByWhoKnowsTheRightOne() {
        SealKey other = SealKey.create(temp.resolve("other.key"));
        Seal.seal(run, other, Optional.empty(), "1", Runs.NOW);
        assertThat(failures()).containsExactly("signer");
        assertThat(failures(Optional.empty()))
                .as("without the right key nothing is seen")
                .isEmpty();
    }

    @Test
    void aSealWithoutItsSignatureOrNoSealAtAllIsSeen() throws IOException {
        byte[] signature = Files.readAllBytes(run.resolve(SealFiles.SIGNATURE));
        Files.delete(run.resolve(SealFiles.SIGNATURE));
        assertThat(failures()).containsExactly("signature");
        Files.write(run.resolve(SealFiles.SIGNATURE), signature);
        Files.delete(run.resolve(SealFiles.MANIFEST));
        assertThat(failures()).containsExactly("seal");
    }

    @Test
    void aTimeThatIsSetBackNeedsTheKey() throws Exception {
        String manifest = Files.readString(run.resolve(SealFiles.MANIFEST));
        Files.writeString(run.resolve(SealFiles.MANIFEST), manifest.replace("2026-11-22T12", "2026-11-21T12"));
        assertThat(failures()).containsExactly("signature");
    }

    /** Whoever holds the key can cut off the tail and seal anew: only a root or a timestamp kept elsewhere shows it. */
    @Test
    void aTailThatIsCutOffAndSealedAnewWithTheSameKeyIsNotSeen() throws Exception {
        String published =
                Rows.of(Archive.openReadOnly(run.resolve(SealFiles.ARCHIVE))).merkle();
        alter("DELETE FROM entry WHERE seq > 33; DELETE FROM cell WHERE id > 11");
        Seal.Sealed anew = Seal.seal(run, key, Optional.empty(), "1", Runs.NOW);
        assertThat(failures()).as("not detectable by the run alone").isEmpty();
        assertThat(anew.merkle()).as("the published root tells").isNotEqualTo(published);
    }

    @Test
    void aPackIsTheRunAndTheSameEveryTime() throws IOException {
        Path one = temp.resolve("one.zip");
        Path two = temp.resolve("two.zip");
        assertThat(Pack.write(run, one)).isEqualTo(5);
        Pack.write(run, two);
        assertThat(Files.mismatch(one, two)).isEqualTo(-1);
        assertThatThrownBy(() -> Pack.write(run, two)).isInstanceOf(OperatorError.class);
        run = temp.resolve("unpacked");
        Pack.open(one, run);
        assertThat(failures()).isEmpty();
    }

    @Test
    void aPackThatIsMadeToDoHarmIsRefused() throws IOException {
        for (String name : List.of("../evil", "/evil", "a/../../evil", "a\\b", "c:evil", "x/", "line\nbreak", "./a")) {
            Path file = zip(name.replace('/', '_').hashCode() + ".zip", name);
            assertThatThrownBy(() -> Pack.open(file, temp.resolve("into" + name.hashCode())))
                    .as(name)
                    .isInstanceOfSatisfying(
                            OperatorError.class, e -> assertThat(e.kind()).isEqualTo(OperatorError.Kind.INTEGRITY));
        }
        assertThat(temp.resolve("evil")).doesNotExist();
        Path twice = zip("twice.zip", "a", "A");
        assertThatThrownBy(() -> Pack.open(twice, temp.resolve("twice"))).isInstanceOf(OperatorError.class);
        Path none = Files.writeString(temp.resolve("none.zip"), "no zip at all");
        assertThatThrownBy(() -> Pack.open(none, temp.resolve("none"))).isInstanceOf(OperatorError.class);
        Path bomb = temp.resolve("bomb.zip");
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("big"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThatThrownBy(() -> Pack.open(bomb, temp.resolve("bomb"))).hasMessageContaining("unpacks to more");
    }

    private Path zip(String file, String... names) throws IOException {
        Path path = temp.resolve(file);
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("x".getBytes(StandardCharsets.US_ASCII));
                zip.closeEntry();
            }
        }
        return path;
    }

    @Test
    void aPlanIsLockedOnceAndBeforeTheFirstCall() {
        Json.Obj plan = Json.object("questions", 3);
        try (Archive archive = Archive.inMemory()) {
            assertThat(PlanLock.standing(archive, plan)).isEqualTo(PlanLock.Standing.NONE);
            PlanLock.lock(archive, plan, Runs.NOW);
            PlanLock.lock(archive, plan, Runs.NOW);
            Runs.answer(archive, 0, 2);
            assertThat(PlanLock.standing(archive, plan)).isEqualTo(PlanLock.Standing.HONOURED);
            assertThat(PlanLock.standing(archive, Json.object("questions", 4)))
                    .isEqualTo(PlanLock.Standing.EXPLORATORY);
            assertThatThrownBy(() -> PlanLock.lock(archive, Json.object("questions", 4), Runs.NOW))
                    .hasMessageContaining("Another plan is locked");
        }
        try (Archive archive = Archive.inMemory()) {
            Runs.answer(archive, 0, 1);
            assertThatThrownBy(() -> PlanLock.lock(archive, plan, Runs.NOW)).hasMessageContaining("too late");
            archive.putDocument(PlanLock.DOCUMENT, dev.kinprint.archive.Bytes.of(plan.canonical()), Runs.NOW);
            assertThat(PlanLock.standing(archive, plan)).isEqualTo(PlanLock.Standing.EXPLORATORY);
        }
    }

    @Test
    void theKeyIsItsOwnersAloneAndShowsItselfNowhere() throws IOException {
        Path file = temp.resolve("seal.key");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(SealKey.read(file).publicKey()).isEqualTo(key.publicKey());
        assertThat(key.toString()).doesNotContain(Files.readAllLines(file).get(0));
        Files.writeString(file, "secret-rubbish");
        assertThatThrownBy(() -> SealKey.read(file))
                .isInstanceOf(OperatorError.class)
                .hasMessageNotContaining("rubbish");
        assertThatThrownBy(() -> SealKey.create(file)).isInstanceOf(OperatorError.class);
    }

    /** The tree of RFC 6962 over seven leaves, put together by hand. */
    @Test
    void theTreeIsTheOneOfTheStandard() throws Exception {
        List<String> leaves = List.of("00", "10", "2021", "3031", "40414243", "5051525354555657", "60");
        assertThat(MerkleTree.root(List.of()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(MerkleTree.root(List.of("")))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        String left = MerkleTree.root(leaves.subList(0, 4));
        String right = MerkleTree.root(leaves.subList(4, 7));
        assertThat(MerkleTree.root(leaves))
                .isEqualTo(Digest.hex(java.util.HexFormat.of().parseHex("01" + left + right)));
    }
}
