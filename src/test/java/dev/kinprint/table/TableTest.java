package dev.kinprint.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
    @TempDir
    Path folder;

    private Table read(String text) throws IOException, TableFault {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Table read(byte[] bytes) throws IOException, TableFault {
        return Table.read(Files.write(folder.resolve("t.csv"), bytes));
    }

    @Test
    void readsColumnsAndRowsWithTheirLines() throws Exception {
        Table table = read("model,lab\r\nalpaca,Stanford\r\n\"a \"\"b\"\"\n,c\",\r\nlast,x");

        assertThat(table.columns()).containsExactly("model", "lab");
        assertThat(table.rows())
                .containsExactly(
                        new Row(2, Map.of("model", "alpaca", "lab", "Stanford")),
                        new Row(3, Map.of("model", "a \"b\"\n,c", "lab", "")),
                        new Row(5, Map.of("model", "last", "lab", "x")));
        assertThat(table.rows().get(0).text("lab")).isEqualTo("Stanford");
        assertThatThrownBy(() -> table.rows().get(0).text("lba")).hasMessageContaining("lba");
    }

    @Test
    void aByteOrderMarkAtTheStartIsNoPartOfTheFirstName() throws Exception {
        assertThat(read("\uFEFFmodel\nx\n").columns()).containsExactly("model");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "``|1|empty",
                "a,a\\nb,c|1|stands twice",
                "a,\\nb,c|1|no name",
                "a,b\\n1,2\\n3\\n|3|1 cell where",
                "a,b\\n1,2,3|2|3 cells",
                "a,b\\n1,2\\n\\n|3|1 cell where",
                "a,b\\n1,2\\n\"x|3|quotes",
                "a,b\\n\"x\"y,2|2|quotes",
                "a,b\\n\"1\\n\\n\",2\\n3|5|1 cell where"
            })
    void aFaultIsNamedWithTheLineWhereItsRecordBegins(String text, long line, String why) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        TableFault.class, fault -> assertThat(fault.line()).isEqualTo(line))
                .hasMessageContaining(why);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> read(new byte[] {'a', '\n', (byte) 0xC0, (byte) 0x80}))
                .isInstanceOf(TableFault.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void utf16IsNamed() {
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE")) {
            assertThatThrownBy(() -> read("a,b\n1,2\n".getBytes(Charset.forName(charset))))
                    .as(charset)
                    .isInstanceOf(TableFault.class)
                    .hasMessageContaining("UTF-16, and must be in UTF-8");
        }
    }

    @Test
    void writesQuotedCellsAndLineFeeds() throws Exception {
        StringBuilder out = new StringBuilder();
        TableWriter writer = new TableWriter(out, List.of("model", "score", "n"));
        writer.row("a \"b\"", -0.5, 3);
        writer.row("x\ny", java.util.Optional.empty(), java.util.Optional.of(-4L));
        writer.row("", -0.0, new java.math.BigDecimal("1E+3"));

        assertThat(out).hasToString("""
                        "model","score","n"
                        "a ""b""\","-0.5","3"
                        "x
                        y","","-4"
                        "","0.0","1000"
                        """);
    }

    @Test
    void noTextCanBeTakenForAFormula() throws Exception {
        StringBuilder out = new StringBuilder();
        TableWriter writer = new TableWriter(out, List.of("text"));
        List<String> dangerous = List.of(
                "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201");
        List<String> harmless = List.of("a=1", "'", " x", "\";=1+1");
        for (String text : dangerous) {
            writer.row(text);
        }
        for (String text : harmless) {
            writer.row(text);
        }
        List<String> back = read(out.toString()).rows().stream()
                .map(row -> row.text("text"))
                .toList();

        assertThat(back.subList(0, dangerous.size()))
                .isEqualTo(dangerous.stream().map(text -> "'" + text).toList());
        assertThat(back.subList(dangerous.size(), back.size())).isEqualTo(harmless);
    }

    @Test
    void refusesWhatIsNoCell() throws IOException {
        TableWriter writer = new TableWriter(new StringBuilder(), List.of("a"));

        assertThatThrownBy(() -> writer.row(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> writer.row("a", "b")).hasMessageContaining("2 for 1");
        assertThatThrownBy(() -> writer.row(List.of())).hasMessageContaining("cells");
    }
}
