package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** The files beside the page. */
class ExportsTest {
    @TempDir
    private Path folder = Path.of("");

    private static JsonSchema schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream("result.schema.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theResultIsAsThePublishedSchemaSays() throws IOException {
        assertThat(schema().validate(ResultJson.of(SampleReport.plain()).pretty(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema().validate(
                                ResultJson.of(SampleReport.plain().withoutTexts())
                                        .pretty(),
                                InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theResultOfTheDemoIsToo() throws IOException {
        assertThat(schema().validate(Files.readString(Path.of("results", "sample", "result.json")), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsMissingOrUnknown() throws IOException {
        String result = ResultJson.of(SampleReport.plain()).pretty();
        assertThat(schema().validate(result.replace("\"stress\"", "\"strain\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema().validate(result.replace("kinprint.result/1", "kinprint.result/2"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void thePageNamesEveryFileWithItsHash() throws IOException {
        Reports.write(SampleReport.plain(), SampleReport.corpus("Why not?"), Disclosure.FULL, folder);
        String page = Files.readString(folder.resolve("report.html"));
        List<String> named = new ArrayList<>();
        Matcher rows = Pattern.compile(
                        "<a href=\"([^\"#]+)\">[^<]*</a></th><td[^>]*>[^<]*</td><td[^>]*><code class=\"hash\">([0-9a-f]{64})")
                .matcher(page);
        while (rows.find()) {
            named.add(rows.group(1));
            assertThat(ResponsesJsonl.sha256(Files.readString(folder.resolve(rows.group(1)))))
                    .isEqualTo(rows.group(2));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> !name.equals("report.html")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
        assertThat(new TreeSet<>(named))
                .contains(
                        "result.json",
                        "scores.csv",
                        "responses.jsonl",
                        "tree.nwk",
                        "figures/heat-1.svg",
                        "figures/tree-1.svg",
                        "figures/map-1.svg",
                        "figures/suspect-1-ruler-1.svg");
    }

    @Test
    void responsesHoldEveryTextAndEveryGap() throws IOException, JsonFault {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResponsesJsonl.write(SampleReport.corpus("a\u2028b <b>\n\"c\""), true, out);
        List<Json> lines = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
            lines.add(Json.parse(line.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).at("text").text()).contains("a\u2028b <b>\n\"c\"");
        assertThat(lines.get(1).at("sample").whole()).contains(1L);
        assertThat(lines.get(2).at("gap").text()).contains("refused");
    }

    @Test
    void withoutTextsNoWordOfAModelIsWrittenAnywhere() throws IOException {
        String said = "unmistakable-marmalade";
        Reports.write(
                SampleReport.saying(List.of(said)), SampleReport.corpus(said), new Disclosure(false, true), folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(said).doesNotContain("sourdough starter is");
            }
        }
        assertThat(Files.readString(folder.resolve("responses.jsonl"))).contains(ResponsesJsonl.sha256(said));
        assertThat(Files.readString(folder.resolve("report.html"))).contains("left out of this report by choice");
    }

    @Test
    void drawingsAreWellFormedWhateverAModelIsCalled() throws Exception {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        for (String payload : Payloads.all().subList(0, 60)) {
            Page page = Page.of(SampleReport.with(payload));
            Figures figures = new Figures(Reports.TEMPLATES, StyleSheet.read());
            for (Figures.Figure figure : figures.of(page)) {
                Document parsed = parsers.newDocumentBuilder()
                        .parse(new java.io.ByteArrayInputStream(figure.svg().getBytes(StandardCharsets.UTF_8)));
                assertThat(parsed.getElementsByTagName("script").getLength()).isZero();
                assertThat(parsed.getDocumentElement().getNodeName()).isEqualTo("svg");
            }
        }
    }
}
