package dev.kinprint.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.StoredExchange;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.suite.Ids;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    Path folder;

    private static List<StoredExchange> cells(Archive archive) {
        List<StoredExchange> cells = new ArrayList<>();
        archive.forEach(cells::add);
        return cells;
    }

    private static String body(StoredExchange cell) {
        return new String(cell.reply().orElseThrow().body().toArray(), StandardCharsets.UTF_8);
    }

    @Test
    void readsTheLayoutOfAlpacaEval() throws Exception {
        Outputs outputs = Outputs.scan(SampleFiles.alpaca(folder).folder());

        assertThat(outputs.answers()).isEqualTo(4);
        assertThat(outputs.models()).extracting(Outputs.Model::name).containsExactly("Otter (v1.2)", "heron-7b");
        Outputs.Model otter = outputs.models().get(0);
        Outputs.Model heron = outputs.models().get(1);
        assertThat(otter.id()).matches("Otter-v1-2-[0-9a-f]{8}").matches(Ids::valid);
        assertThat(otter.origin()).isEqualTo(dev.kinprint.suite.Origin.unknown());
        assertThat(heron.id()).isEqualTo("heron-7b");
        assertThat(heron.origin().lab()).contains("Marsh Lab");
        assertThat(heron.origin().base()).contains("llama-1");
        assertThat(heron.origin().family()).contains("heron");
        assertThat(outputs.suite().probes())
                .extracting(Probe::prompt)
                .containsExactlyInAnyOrder("Name a bird.", "Name a fish.");
        // printf 'Name a bird.' | sha256sum
        assertThat(outputs.suite().probes()).extracting(Probe::id).contains("p21e5491224d4");
    }

    @Test
    void bringsAnswersAndTheirOriginIntoAnArchive() throws Exception {
        SampleFiles files = SampleFiles.alpaca(folder);
        Outputs outputs = Outputs.scan(files.folder());
        try (Archive archive = Archive.inMemory()) {
            assertThat(outputs.into(archive, NOON)).isTrue();

            List<StoredExchange> cells = cells(archive);
            assertThat(cells)
                    .extracting(OutputsTest::body)
                    .containsExactlyInAnyOrder(
                            "{\"text\":\"A heron.\"}",
                            "{\"text\":\"A \\\"pike\\\", ] or } perhaps.\"}",
                            "{\"text\":\"\"}",
                            "{\"text\":\"Coot\"}");
            Json document = Json.parse(archive.document(archive.documentNames().get(0))
                    .orElseThrow()
                    .toArray());
            assertThat(Suite.fromJson(document.at("suite"))).isEqualTo(outputs.suite());
            assertThat(document.at("files", 1, "name").text()).contains("heron-7b/model_outputs.json");
            assertThat(document.at("files", 1, "sha256").text())
                    .contains(dev.kinprint.archive.Bytes.of(
                                    Files.readAllBytes(folder.resolve("heron-7b/model_outputs.json")))
                            .sha256());
            assertThat(document.at("models", 0, "name").text()).contains("Otter (v1.2)");
            assertThat(document.at("models", 1, "lab").text()).contains("Marsh Lab");
            assertThat(document.at("models", 1).members()).doesNotContainKeys("teachers", "relation");
        }
    }

    @Test
    void importingAgainChangesNothingButWhatIsDeclared() throws Exception {
        SampleFiles files = SampleFiles.alpaca(folder);
        try (Archive archive = Archive.inMemory()) {
            Outputs.scan(folder).into(archive, NOON);
            String root = archive.root();

            assertThat(Outputs.scan(folder).into(archive, NOON.plusSeconds(1))).isFalse();
            assertThat(archive.root()).isEqualTo(root);
            files.write("lineage.csv", "model,lab\nheron-7b,Fen Lab\n");
            assertThat(Outputs.scan(folder).into(archive, NOON)).isTrue();
            assertThat(cells(archive)).hasSize(4);
            assertThat(new String(
                            archive.document(archive.documentNames().get(0))
                                    .orElseThrow()
                                    .toArray(),
                            StandardCharsets.UTF_8))
                    .contains("Fen Lab")
                    .doesNotContain("Marsh Lab");
        }
    }

    @Test
    void readsJsonLinesPlainAndGzippedFromOneFileOrAFolder() throws Exception {
        SampleFiles files = new SampleFiles(folder);
        Path one = files.write("a.jsonl", """
                {"model":"m1","probe":"q1","prompt":"Say hi.","sample":0,"text":"hi"}

                {"model":"m1","probe":"q1","prompt":"Say hi.","sample":2,"text":"hello","temperature":1}\r
                {"model":"m1","prompt":"Count.","text":"1 2 3"}""");
        files.gzip("b.jsonl.gz", """
                {"model":"m2","probe":"q1","prompt":"Say hi.","sample":0,"text":"hey"}
                """);

        assertThat(Outputs.scan(one).answers()).isEqualTo(3);
        assertThat(Outputs.scan(folder.resolve("b.jsonl.gz")).models())
                .extracting(Outputs.Model::id)
                .containsExactly("m2");
        Outputs both = Outputs.scan(folder);
        assertThat(both.answers()).isEqualTo(4);
        assertThat(both.suite().probes())
                .filteredOn(probe -> probe.id().equals("q1"))
                .singleElement()
                .satisfies(probe -> {
                    assertThat(probe.prompt()).isEqualTo("Say hi.");
                    assertThat(probe.samples()).isEqualTo(3);
                });
        try (Archive archive = Archive.inMemory()) {
            both.into(archive, NOON);
            assertThat(archive.find(new CellKey("m1", "q1", 2)).map(OutputsTest::body))
                    .contains("{\"text\":\"hello\"}");
        }
    }

    @Test
    void aSingleFileOfAlpacaEvalNamesTheModelItself() throws Exception {
        SampleFiles.alpaca(folder);

        assertThat(Outputs.scan(folder.resolve("heron-7b/model_outputs.json")).models())
                .extracting(Outputs.Model::id)
                .containsExactly("heron");
        assertThat(Outputs.scan(folder.resolve("heron-7b")).models())
                .extracting(Outputs.Model::id)
                .containsExactly("heron-7b");
    }

    @Test
    void theVersionOfTheQuestionsFollowsTheFiles() throws Exception {
        SampleFiles files = SampleFiles.alpaca(folder);
        String before = Outputs.scan(folder).suite().version();

        assertThat(Outputs.scan(folder).suite().version()).isEqualTo(before);
        files.write("extra.jsonl", "{\"model\":\"m\",\"prompt\":\"Name a bird.\",\"text\":\"Owl\"}");
        assertThat(Outputs.scan(folder).suite().version()).isNotEqualTo(before);
    }

    @Test
    void aFileThatChangesBetweenTheReadingsLeavesTheArchiveAsItWas() throws Exception {
        SampleFiles files = SampleFiles.alpaca(folder);
        Outputs outputs = Outputs.scan(folder, 0);
        files.write("heron-7b/model_outputs.json", """
                [{"instruction": "Name a bird.", "output": "Another.", "generator": "heron"}]
                """);
        try (Archive archive = Archive.inMemory()) {
            String root = archive.root();

            assertThatThrownBy(() -> outputs.into(archive, NOON))
                    .isInstanceOf(OperatorError.class)
                    .hasMessageContaining("has changed");
            assertThat(archive.root()).isEqualTo(root);
            assertThat(cells(archive)).isEmpty();
        }
    }

    @Test
    void answersThatStayInMemoryAreThoseThatASecondReadingFinds() throws Exception {
        SampleFiles files = SampleFiles.alpaca(folder);
        Outputs kept = Outputs.scan(folder);
        Outputs readAgain = Outputs.scan(folder, 0);
        try (Archive one = Archive.inMemory();
                Archive other = Archive.inMemory()) {
            readAgain.into(other, NOON);
            files.write("heron-7b/model_outputs.json", "[]");
            kept.into(one, NOON);

            assertThat(one.root()).isEqualTo(other.root());
            assertThat(cells(one)).hasSize(4);
        }
    }

    @Test
    void anAnswerThatTheArchiveHoldsAlreadyIsRefusedWithAllOthers() throws IOException {
        SampleFiles files = new SampleFiles(folder);
        Path one = files.write("a.jsonl", "{\"model\":\"m\",\"probe\":\"q\",\"prompt\":\"Hi?\",\"text\":\"a\"}");
        Path two = files.write("b.jsonl", """
                {"model":"n","probe":"q","prompt":"Hi?","text":"b"}
                {"model":"m","probe":"q","prompt":"Hi?","text":"c"}
                """);
        try (Archive archive = Archive.inMemory()) {
            Outputs.scan(one).into(archive, NOON);

            assertThatThrownBy(() -> Outputs.scan(two).into(archive, NOON))
                    .isInstanceOf(OperatorError.class)
                    .hasMessageContaining("stands twice");
            assertThat(cells(archive)).hasSize(1);
            assertThat(archive.documentNames()).hasSize(1);
        }
    }
}
