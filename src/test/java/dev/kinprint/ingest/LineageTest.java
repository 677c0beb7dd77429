package dev.kinprint.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.suite.Ids;
import dev.kinprint.suite.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageTest {
    @TempDir
    Path folder;

    private Path table(String text) throws IOException {
        return new SampleFiles(folder).write("lineage.csv", text);
    }

    @Test
    void readsWhatIsDeclaredAndNoLabels() throws IOException {
        Path file = table("""
                model,lab,base_model,family,teachers,released
                a,Lab, llama-1 ,fam,gpt-4,2024-03-31
                b,others,own,,,
                c,Unknown,PROPRIETARY,community,,
                """);

        assertThat(Lineage.read(file))
                .containsOnlyKeys("a", "b", "c")
                .containsEntry(
                        "a",
                        new Origin(
                                Optional.of("Lab"),
                                Optional.of("llama-1"),
                                Optional.of("fam"),
                                Optional.of(LocalDate.of(2024, 3, 31))))
                .containsEntry("b", Origin.unknown())
                .containsEntry("c", Origin.unknown());
        assertThat(Lineage.read(table("model\nx\n"))).containsEntry("x", Origin.unknown());
    }

    @Test
    void aFaultIsNamedWithItsLine() throws IOException {
        List.of(
                        "lab,base_model\nx,y\n=lineage.csv)=no column called model",
                        "model,lab\na,x\na,y\n=lineage.csv:3=twice",
                        "model,released\na,May 2024\n=lineage.csv:2=no day",
                        "model,lab\na\n=lineage.csv:2=1 cell where the table has 2 columns")
                .forEach(line -> {
                    String[] parts = line.split("=", -1);
                    assertThatThrownBy(() -> Lineage.read(table(parts[0])))
                            .isInstanceOf(OperatorError.class)
                            .hasMessageContaining(parts[1])
                            .hasMessageContaining(parts[2]);
                });
        assertThatThrownBy(() -> Lineage.read(folder.resolve("none.csv")))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("none.csv");
    }

    @Test
    void everyNameBecomesAnIdOfItsOwn() {
        assertThat(Slug.of("gpt-4_0125.v1")).isEqualTo("gpt-4_0125.v1");
        assertThat(Slug.of("meta/Llama 3 (8B)!")).matches("meta-Llama-3-8B-[0-9a-f]{8}");
        assertThat(Slug.of("日本語")).matches("x-[0-9a-f]{8}");
        Set<String> ids = new HashSet<>();
        List<String> names = List.of(
                "../../etc/passwd",
                "/etc/passwd",
                "..",
                ".",
                "",
                "con",
                "con.txt",
                "COM1",
                "a b",
                "a  b",
                "a/b",
                "a.",
                "-a",
                "_",
                "a\u202Eb",
                "x".repeat(129),
                "x".repeat(500),
                "\u00e9",
                "e\u0301",
                "🐋");
        for (String name : names) {
            assertThat(Slug.of(name)).as(name).matches(Ids::valid);
            ids.add(Slug.of(name));
        }
        assertThat(ids).hasSameSizeAs(names);
    }
}
