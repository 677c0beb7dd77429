package dev.kinprint.archive;

import static dev.kinprint.archive.Samples.COST;
import static dev.kinprint.archive.Samples.NOON;
import static dev.kinprint.archive.Samples.cell;
import static dev.kinprint.archive.Samples.key;
import static dev.kinprint.archive.Samples.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.fault.OperatorError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is not what was written is refused, and stays byte for byte as it was found. */
class TamperTest {
    @TempDir
    Path folder;

    private Path file;
    private String root;
    private String content;

    @BeforeEach
    void write() {
        file = folder.resolve("archive.sqlite");
        try (Archive archive = Archive.create(file)) {
            archive.putDocument("audit", Bytes.utf8("version: 1"), NOON);
            List<CellKey> keys = IntStream.range(0, 40)
                    .mapToObj(i -> key("m" + i % 4, "p" + i / 4, 0))
                    .toList();
            archive.plan(
                    keys.stream().map(k -> cell(k, "question " + k.probe())).toList(), NOON);
            archive.append(keys.stream().map(k -> Step.intent(k, NOON, COST)).toList());
            archive.append(keys.stream()
                    .map(k -> Step.result(k, NOON, COST, reply(200, "answer of " + k + " ".repeat(300))))
                    .toList());
            root = archive.root();
        }
        content = read();
    }

    private String read() {
        StringBuilder all = new StringBuilder();
        try (Archive archive = Archive.openReadOnly(file)) {
            archive.forEach(exchange -> all.append(exchange).append('\n'));
            all.append(archive.documentNames())
                    .append(archive.document("audit"))
                    .append(archive.verify());
        }
        return all.toString();
    }

    @Test
    void aFlippedBitIsFoundOrTouchedNothing() throws Exception {
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(20261122);
        int found = 0;
        for (int round = 0; round < 200; round++) {
            byte[] bad = good.clone();
            int bit = random.nextInt(bad.length * 8);
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, bad);
            try {
                assertThat(read()).as("bit " + bit).isEqualTo(content);
            } catch (OperatorError e) {
                assertThat(e.kind()).as("bit " + bit).isEqualTo(OperatorError.Kind.INTEGRITY);
                found++;
                assertThatThrownBy(() -> Archive.open(file)).isInstanceOf(OperatorError.class);
                assertThat(Files.readAllBytes(file)).isEqualTo(bad);
            }
        }
        assertThat(found).isGreaterThan(50);
    }

    @Test
    void aCutFileIsRefusedAndLeftAsItIs() throws Exception {
        byte[] good = Files.readAllBytes(file);
        for (int length : List.of(0, 1, 99, 100, 4096, good.length / 2, good.length - 4096, good.length - 1)) {
            byte[] bad = Arrays.copyOf(good, length);
            Files.write(file, bad);
            assertThatThrownBy(() -> Archive.open(file))
                    .as("cut to " + length)
                    .isInstanceOfSatisfying(
                            OperatorError.class, e -> assertThat(e.kind()).isEqualTo(OperatorError.Kind.INTEGRITY));
            assertThat(Files.readAllBytes(file)).isEqualTo(bad);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET body = x'7b7d' WHERE seq = 100",
                "UPDATE entry SET at = at - 1 WHERE seq = 10",
                "UPDATE entry SET cost = 0 WHERE seq = 60",
                "UPDATE entry SET status = 201 WHERE seq = 90",
                "UPDATE entry SET headers = '' WHERE seq = 90",
                "UPDATE entry SET kind = 'IN_DOUBT' WHERE seq = 4",
                "UPDATE entry SET kind = 'NONSENSE' WHERE seq = 4",
                "UPDATE entry SET cell = 2 WHERE seq = 4",
                "UPDATE entry SET cell = 99 WHERE seq = 4",
                "UPDATE entry SET name = 'x' WHERE seq = 1",
                "UPDATE entry SET seq = 1000 WHERE seq = 50",
                "DELETE FROM entry WHERE seq = 50",
                "DELETE FROM entry WHERE seq = 1",
                "DELETE FROM cell WHERE id = 3",
                "UPDATE cell SET subject = 'm9' WHERE id = 3",
                "UPDATE cell SET sample = 7 WHERE id = 3",
                "INSERT INTO cell VALUES (999, 'x', 'y', 0)",
                "UPDATE request SET body = x'00' WHERE id = 2",
                "UPDATE request SET model = 'other' WHERE id = 2",
                "INSERT INTO request VALUES (999, 'a', 'b', 'c', 'd', 'e', x'00')",
                "CREATE VIEW more AS SELECT 1",
                "CREATE TABLE more (a)"
            })
    void aChangeMadeBesidesTheArchiveIsFound(String change) throws Exception {
        edit(change);
        assertThatThrownBy(() -> Archive.openReadOnly(file))
                .isInstanceOfSatisfying(
                        OperatorError.class, e -> assertThat(e.kind()).isEqualTo(OperatorError.Kind.INTEGRITY));
    }

    @Test
    void theLastRowsCutOffShowOnlyInTheRoot() throws Exception {
        edit("DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)");
        try (Archive archive = Archive.openReadOnly(file)) {
            assertThat(archive.root()).isNotEqualTo(root);
        }
    }

    /** As someone with the sqlite3 shell would, triggers out of the way and put back afterwards. */
    private void edit(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            List<String> triggers = new ArrayList<>();
            try (var rows = statement.executeQuery("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")) {
                while (rows.next()) {
                    triggers.add(rows.getString(2));
                    triggers.add("DROP TRIGGER " + rows.getString(1));
                }
            }
            for (int i = 1; i < triggers.size(); i += 2) {
                statement.execute(triggers.get(i));
            }
            statement.execute(change);
            for (int i = 0; i < triggers.size(); i += 2) {
                statement.execute(triggers.get(i));
            }
        }
    }

    @Test
    void theTablesRefuseChangesByThemselves() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String change : List.of(
                    "DELETE FROM entry",
                    "UPDATE entry SET at = 0",
                    "DELETE FROM cell",
                    "UPDATE request SET model = ''")) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("append-only");
            }
        }
    }
}
