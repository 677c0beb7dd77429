package dev.kinprint.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {
    private final SparkSession spark = Spark.session();

    @TempDir
    private Path folder = Path.of("");

    private ExchangeLog read(LogFormat format, Columns columns, Path... files) {
        return new LogReader(spark, format, columns, Optional.empty())
                .read(List.of(files).stream().map(Path::toString).toList());
    }

    private static Map<Exclusion, Long> out(ExchangeLog log) {
        return log.intake().excluded().stream()
                .collect(Collectors.groupingBy(Intake.Part::reason, Collectors.summingLong(Intake.Part::rows)));
    }

    @Test
    void everyBadRowOfJsonLinesIsCountedUnderItsReason() throws IOException {
        Path file = folder.resolve("a.jsonl");
        byte[] latin =
                "{\"account\":\"u6\",\"time\":\"2026-01-02T03:04:05Z\",\"prompt\":\"caf\u00e9\",\"answer\":\"x\"}\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(
                file,
                ("{\"account\":\"u1\",\"time\":\"2026-01-02T03:04:05Z\",\"prompt\":\"a\\n"
                                + "b\",\"answer\":\"x\"}\n"
                                + "{\"account\":\"u1\",\"time\":\"2026-01-02T03:04:05Z\",\"prompt\":\"a\\n"
                                + "b\",\"answer\":\"x\"}\n"
                                + "{\"account\":\"u2\",\"time\":1760000000,\"prompt\":\"c\",\"answer\":\"y\"}\n"
                                + "{\"account\":\"u2\",\"time\":\"yesterday\",\"prompt\":\"c\",\"answer\":\"y\"}\n"
                                + "{\"account\":\" \",\"time\":1760000000,\"prompt\":\"c\",\"answer\":\"y\"}\n"
                                + "{\"account\":\"u3\",\"time\":1760000000,\"prompt\":\"\",\"answer\":\"y\"}\n"
                                + "{\"account\":\"u3\",\"time\":1760000000,\"prompt\":\"c\"}\n"
                                + "not json\n")
                        .getBytes(StandardCharsets.UTF_8));
        Files.write(file, latin, java.nio.file.StandardOpenOption.APPEND);
        Files.createFile(folder.resolve("empty.jsonl"));

        ExchangeLog log = read(LogFormat.JSONL, Columns.DEFAULT, folder);

        assertThat(log.intake().rows()).isEqualTo(9);
        assertThat(log.intake().kept()).isEqualTo(2);
        assertThat(out(log))
                .containsOnly(
                        Map.entry(Exclusion.DUPLICATE, 1L),
                        Map.entry(Exclusion.NO_TIME, 1L),
                        Map.entry(Exclusion.NO_ACCOUNT, 1L),
                        Map.entry(Exclusion.NO_PROMPT, 1L),
                        Map.entry(Exclusion.NO_ANSWER, 1L),
                        // One of them is a line in Latin-1, which no reader of JSON takes.
                        Map.entry(Exclusion.NOT_A_RECORD, 2L));
        assertThat(log.intake().words()).contains("a.jsonl").doesNotContain("yesterday");
        assertThat(log.byAccount("at", "prompt").collectAsList())
                .extracting(row -> row.<Double>getAs("at"))
                .containsExactlyInAnyOrder(1_767_323_045.0, 1_760_000_000.0);
    }

    @Test
    void aQuotedCellOfCsvMayHoldLineBreaksAndQuotes() throws IOException {
        Path file = folder.resolve("b.csv");
        byte[] rows =
                "user,ts,prompt,answer\nu1,1760000000000,\"a\nb, \"\"c\"\"\",x\nu2,1760000001,p,\nu3,1760000001,caf\u00e9,x\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, rows);

        ExchangeLog log = read(LogFormat.CSV, new Columns("user", "ts", "prompt", "answer"), file);

        assertThat(out(log)).containsOnly(Map.entry(Exclusion.NO_ANSWER, 1L), Map.entry(Exclusion.NOT_UTF8, 1L));
        Row row = log.byAccount("at", "prompt").first();
        assertThat(row.<String>getAs("prompt")).isEqualTo("a\nb, \"c\"");
        assertThat(row.<Double>getAs("at")).isEqualTo(1_760_000_000.0);
    }

    @Test
    void parquetIsReadWithAccountsHashedAtOnceAndADamagedFileIsNamed() throws IOException {
        Path file = folder.resolve("log.parquet");
        spark.sql("select 'ann@example.org' account, timestamp'2026-01-02 03:04:05' time, 'p' prompt, 'a' answer")
                .coalesce(1)
                .write()
                .parquet(file.toString());

        ExchangeLog log = new LogReader(spark, LogFormat.PARQUET, Columns.DEFAULT, Optional.of("salt"))
                .read(List.of(file.toString()));

        assertThat(log.exchanges().first().<String>getAs("account"))
                .isEqualTo(new Pseudonyms("salt", false).of("ann@example.org"));
        Files.writeString(file.resolve("part-9.parquet"), "PAR1 but nothing that follows from it PAR1");
        assertThatThrownBy(() -> read(LogFormat.PARQUET, Columns.DEFAULT, file.resolve("part-9.parquet")))
                .isInstanceOfSatisfying(
                        OperatorError.class, e -> assertThat(e.where()).contains("part-9.parquet"));
    }

    @Test
    void aMissingColumnIsNamedWithThoseThatAreThere() throws IOException {
        Path file = folder.resolve("c.jsonl");
        Files.writeString(file, "{\"who\":\"u1\",\"time\":1,\"prompt\":\"p\",\"answer\":\"a\"}\n");

        assertThatThrownBy(() -> read(LogFormat.JSONL, Columns.DEFAULT, file))
                .isInstanceOfSatisfying(OperatorError.class, e -> {
                    assertThat(e.what()).contains("account");
                    assertThat(e.why()).contains("who");
                });
        assertThatThrownBy(() -> Columns.of(Map.of("user", "who"))).isInstanceOf(OperatorError.class);
        assertThatThrownBy(() -> Columns.of(Map.of("prompt", "answer"))).isInstanceOf(OperatorError.class);
        assertThatThrownBy(() -> LogFormat.of(List.of("a.txt"), "a.txt")).isInstanceOf(OperatorError.class);
    }

    @Test
    void aRowWithOtherCellsAndAFileWithOtherColumnsAreNotReadAsIfTheyFitted() throws IOException {
        Path one = folder.resolve("one.csv");
        Files.writeString(
                one,
                "account,time,prompt,answer\nu1,1760000000,p,a\nu2,1760000000,a comma, without quotes,a\nu3,1760000000\n");

        assertThat(out(read(LogFormat.CSV, Columns.DEFAULT, one))).containsOnly(Map.entry(Exclusion.NOT_A_RECORD, 2L));

        Path other = folder.resolve("two.csv");
        Files.writeString(other, "time,account,prompt,answer\n1760000000,u1,p,a\n");
        assertThatThrownBy(() -> read(LogFormat.CSV, Columns.DEFAULT, one, other))
                .isInstanceOfSatisfying(OperatorError.class, e -> {
                    assertThat(e.what()).contains("different columns");
                    assertThat(e.where()).contains("two.csv");
                });
    }

    @Test
    void aLogWithoutAHeaderOrWithoutALineIsRefusedAndNotShown() throws IOException {
        Path bare = folder.resolve("bare.csv");
        Files.writeString(bare, "ann@example.org,1760000000,a private matter,a\n");
        assertThatThrownBy(() -> read(LogFormat.CSV, Columns.DEFAULT, bare))
                .isInstanceOfSatisfying(OperatorError.class, e -> assertThat(e.what() + e.where() + e.why() + e.next())
                        .contains("4 cells")
                        .doesNotContain("ann@", "private"));

        Path empty = Files.createFile(folder.resolve("empty.jsonl"));
        assertThatThrownBy(() -> read(LogFormat.JSONL, Columns.DEFAULT, empty))
                .isInstanceOfSatisfying(
                        OperatorError.class, e -> assertThat(e.kind()).isEqualTo(OperatorError.Kind.INSUFFICIENT));
        assertThatThrownBy(() -> Columns.of(Map.of("prompt", " "))).isInstanceOf(OperatorError.class);
    }

    @Test
    void aColumnOfAWrongTypeIsRefusedAndBytesThatAreNoTextAreCounted() {
        String rows = "select explode(array('p', 'q')) prompt, 'u' account, 'a' answer, 1760000000 time";
        Path types = folder.resolve("types.parquet");
        spark.sql("select prompt, account, answer, array(time) time from (" + rows + ")")
                .write()
                .parquet(types.toString());
        assertThatThrownBy(() -> read(LogFormat.PARQUET, Columns.DEFAULT, types))
                .isInstanceOfSatisfying(OperatorError.class, e -> {
                    assertThat(e.what()).contains("time");
                    assertThat(e.why()).contains("array<int>");
                });

        Path bytes = folder.resolve("bytes.parquet");
        spark.sql("select if(prompt = 'p', X'70', X'70ff') prompt, account, answer, time from (" + rows + ")")
                .write()
                .parquet(bytes.toString());
        assertThat(out(read(LogFormat.PARQUET, Columns.DEFAULT, bytes)))
                .containsOnly(Map.entry(Exclusion.NOT_UTF8, 1L));
    }
}
