package dev.kinprint.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileOutputsTest {
    private static final String GOOD = "{\"model\":\"m\",\"probe\":\"q\",\"prompt\":\"Hi?\",\"text\":\"a\"}\n";

    @TempDir
    Path folder;

    private SampleFiles files;

    @BeforeEach
    void prepare() {
        files = new SampleFiles(folder);
    }

    private static void refused(Path source, String... words) {
        assertThatThrownBy(() -> Outputs.scan(source))
                .isInstanceOf(OperatorError.class)
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"model\":\"m\",\"prompt\":\"x\"}|no text",
                "{\"model\":\"m\",\"prompt\":\"x\",\"text\":null}|no text that is a text",
                "{\"model\":\"m\",\"text\":\"x\"}|no prompt",
                "{\"model\":\"m\",\"prompt\":\" \",\"text\":\"x\"}|prompt is blank",
                "{\"prompt\":\"m\",\"text\":\"x\"}|no model",
                "{\"model\":7,\"prompt\":\"m\",\"text\":\"x\"}|no model that is a text",
                "{\"model\":\"\",\"prompt\":\"m\",\"text\":\"x\"}|model is blank",
                "{\"model\":\"m\",\"prompt\":\"x\",\"text\":\"x\",\"sample\":-1}|sample",
                "{\"model\":\"m\",\"prompt\":\"x\",\"text\":\"x\",\"sample\":1.5}|sample",
                "{\"model\":\"m\",\"prompt\":\"x\",\"text\":\"x\",\"sample\":2000000000}|sample",
                "{\"model\":\"m\",\"prompt\":\"x\",\"text\":\"x\",\"sample\":\"0\"}|sample",
                "{\"model\":\"m\",\"prompt\":\"x\",\"text\":\"x\",\"probe\":\"\"}|probe is blank",
                "{\"model\":\"m\",\"probe\":\"q\",\"prompt\":\"Hi?\",\"text\":\"b\"}|stands before",
                "{\"model\":\"n\",\"probe\":\"q\",\"prompt\":\"Other?\",\"text\":\"b\"}|another prompt",
                "{\"model\":\"M\",\"probe\":\"q\",\"prompt\":\"Hi?\",\"text\":\"b\"}|upper and lower case",
                "{\"instruction\":\"i\",\"output\":7,\"generator\":\"g\"}|no output that is a text",
                "{\"model\":\"m\",\"model\":\"n\"}|duplicate key",
                "[1]|no model",
                "7|no model",
                "nonsense|not valid JSON",
                "{\"model\":\"m\"|cut off",
            })
    void aBadLineIsNamed(String line, String why) throws IOException {
        Path file = files.write("a.jsonl", GOOD + "\n" + line + "\n");

        refused(file, file + ":3", why, "nothing was imported");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "[|1|cut off",
                "[{\"a\":1}|1|cut off",
                "[{\"a\":\"\\\\\"]|1|cut off",
                "[{\"a\":\"\\\\\"}]|1|no model",
                "[{\"a\":\"]|1|cut off",
                "[\\n@,\\n]|3|empty document",
                "[\\n@\\n,,@]|3|empty document",
                "[@]]|1|after the end",
                "[@] x|1|after the end",
                "[]|0|no output",
                "[\\n\\n@,\\n@]|4|stands before",
                "``|1|empty",
                "<html>|1|neither",
                "PK|1|neither",
            })
    void aBadArrayIsNamed(String text, long line, String why) throws IOException {
        String content = text.replace("\\n", "\n").replace("@", GOOD.strip());
        Path file = files.write("model_outputs.json", content);

        refused(file, line == 0 ? file.toString() : file + ":" + line, why);
    }

    @Test
    void bytesThatAreNotUtf8AreNamed() throws IOException {
        byte[] bytes = (GOOD + "{\"model\":\"m\",\"prompt\":\"?\",\"text\":\"a\"}").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xff;
        Path file = files.write("a.jsonl", bytes);

        refused(file, file + ":2", "UTF-8");
    }

    @Test
    void aRecordWithoutEndIsNotReadForEver() throws IOException {
        Path file = files.write("a.jsonl", GOOD + "{\"model\":\"" + "x".repeat(9 << 20));
        refused(file, file + ":2", "longer than");

        Path array = files.gzip("b.json", "[{\"model\":\"" + "xyz".repeat(3 << 20));
        refused(array, array.toString(), "100 times");
    }

    @Test
    void aGzipBombIsRefused() throws IOException {
        Path bomb = files.write(
                "a.jsonl.gz", SampleFiles.gzip((GOOD + "\n".repeat(64 << 20)).getBytes(StandardCharsets.UTF_8)));

        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        refused(bomb, bomb.toString(), "100 times");
    }

    @Test
    void damagedGzipDataIsRefused() throws IOException {
        byte[] whole = SampleFiles.gzip(GOOD.getBytes(StandardCharsets.UTF_8));
        refused(files.write("cut.jsonl.gz", Arrays.copyOf(whole, whole.length - 9)), "damaged or cut off");
        refused(files.write("head.jsonl.gz", Arrays.copyOf(whole, 5)), "damaged or cut off");
        byte[] flipped = SampleFiles.gzip(GOOD.getBytes(StandardCharsets.UTF_8));
        flipped[flipped.length - 5] ^= 1;
        refused(files.write("crc.jsonl.gz", flipped), "damaged or cut off");
    }

    @Test
    void aLinkOutOfTheFolderIsRefused(@TempDir Path elsewhere) throws IOException {
        Path secret = new SampleFiles(elsewhere).write("secret.jsonl", GOOD);
        files.write("ok.jsonl", GOOD);
        Path link = Files.createSymbolicLink(folder.resolve("x.jsonl"), secret);
        refused(folder, link.toString(), "out of the folder");

        Files.delete(link);
        Path table = new SampleFiles(elsewhere).write("lineage.csv", "model,lab\nm,l\n");
        Path linkedTable = Files.createSymbolicLink(folder.resolve("lineage.csv"), table);
        refused(folder, linkedTable.toString(), "out of the folder");

        Files.delete(linkedTable);
        Path linkedFolder = Files.createSymbolicLink(folder.resolve("model"), elsewhere);
        refused(folder, linkedFolder.toString(), "out of the folder");
    }

    @Test
    void aLinkInsideTheFolderAndOneToTheSourceAreFine(@TempDir Path elsewhere) throws IOException {
        Path target = files.write("data/one.txt", GOOD);
        Files.createSymbolicLink(folder.resolve("x.jsonl"), target);

        assertThat(Outputs.scan(folder).answers()).isEqualTo(1);
        assertThat(Outputs.scan(folder.resolve("x.jsonl")).answers()).isEqualTo(1);
        assertThat(Outputs.scan(Files.createSymbolicLink(elsewhere.resolve("link"), folder))
                        .answers())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsNamed() throws IOException {
        refused(folder.resolve("nothing"), "no such file");
        files.write("notes.txt", "hello");
        refused(folder, "MODEL/model_outputs.json");
        Files.createDirectories(folder.resolve("x.jsonl"));
        refused(folder, "MODEL/model_outputs.json");
    }
}
