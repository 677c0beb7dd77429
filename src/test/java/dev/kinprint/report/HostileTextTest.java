package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.suite.Condition;
import dev.kinprint.suite.ConditionFault;
import dev.kinprint.table.Table;
import dev.kinprint.table.TableWriter;
import dev.kinprint.verdict.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Hostile text in every form but the page itself, which {@code ReportsTest} and {@code BrowserTest} look at. */
class HostileTextTest {
    private static final String BENIGN = "quiet";
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");

    @TempDir
    private Path folder;

    private static GateReport gate(String text) {
        return gate(text, "only 3 questions");
    }

    private static GateReport gate(String text, String why) {
        Condition condition;
        try {
            condition = Condition.parse("length(candidate) < +20");
        } catch (ConditionFault e) {
            throw new AssertionError(e);
        }
        return new GateReport(
                text,
                text,
                List.of(new Finding(
                        condition,
                        Finding.State.UNDECIDED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        3,
                        List.of(),
                        why)),
                List.of(new Coverage(text, 118, new TreeMap<>(), 118, List.of())),
                new BigDecimal("1.29"));
    }

    @Test
    void inMarkdownItIsCodeAndNothingElse() {
        String shape = CODE.matcher(GateReports.markdown(gate(BENIGN))).replaceAll("CODE");
        assertThat(shape).contains("Run CODE, baseline CODE");
        for (String payload : Payloads.all()) {
            String markdown = GateReports.markdown(gate(payload));
            assertThat(CODE.matcher(markdown).replaceAll("CODE")).as(payload).isEqualTo(shape);
            assertThat(markdown.length()).as(payload).isLessThan(65_536);
        }
    }

    @Test
    void inJunitItChangesNoElement() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder parser = factory.newDocumentBuilder();
        List<String> shape = elements(parser, GateReports.junit(gate(BENIGN)));
        for (String payload : Payloads.all()) {
            assertThat(elements(parser, GateReports.junit(gate(payload))))
                    .as(payload)
                    .isEqualTo(shape);
        }
    }

    private static List<String> elements(DocumentBuilder parser, String xml) throws Exception {
        Document parsed = parser.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parsed.getElementsByTagName("*").getLength(); i++) {
            Element element = (Element) parsed.getElementsByTagName("*").item(i);
            names.add(element.getTagName() + " " + element.getAttributes().getLength());
        }
        return names;
    }

    @Test
    void inJsonItIsOneStringAsItWas() throws JsonFault {
        for (String payload : Payloads.all()) {
            String whole = payload.replaceAll("\\p{Cs}", "\uFFFD");
            String lines = jsonLines(payload);
            String gate = GateReports.json(gate(payload));
            assertThat(strings(Json.parse(gate.getBytes(StandardCharsets.UTF_8), JsonLimits.FILE)))
                    .as(payload)
                    .contains(whole);
            assertThat(Json.parse(lines.getBytes(StandardCharsets.UTF_8))
                            .at("text")
                            .text())
                    .as(payload)
                    .isPresent();
            assertThat(gate + lines).as(payload).doesNotContain("\u2028", "\u2029", "</script", "<!--");
        }
    }

    @Test
    void inSarifItIsTextAndARelativePath() throws JsonFault {
        List<String> shape = shape(sarif(BENIGN));
        assertThat(shape)
                .contains(
                        "/runs/results/message/text", "/runs/results/locations/physicalLocation/artifactLocation/uri");
        for (String payload : Payloads.all()) {
            String whole = payload.replaceAll("\\p{Cs}", "\uFFFD");
            Json sarif = sarif(payload);
            assertThat(shape(sarif)).as(payload).isEqualTo(shape);
            Json result = sarif.at("runs").items().get(0).at("results").items().get(0);
            assertThat(result.at("message").at("text").text().orElseThrow())
                    .as(payload)
                    .contains(whole);
            URI uri = URI.create(result.at("locations")
                    .items()
                    .get(0)
                    .at("physicalLocation")
                    .at("artifactLocation")
                    .at("uri")
                    .text()
                    .orElseThrow());
            assertThat(uri.isAbsolute()
                            || uri.getRawAuthority() != null
                            || uri.getRawQuery() != null
                            || uri.getRawFragment() != null)
                    .as("%s leads elsewhere", payload)
                    .isFalse();
            assertThat(uri.getPath()).as(payload).isEqualTo(whole.replaceFirst("^/+", "/"));
        }
    }

    private static Json sarif(String payload) throws JsonFault {
        String text = GateReports.sarif(gate(payload, payload), "1.0");
        assertThat(text).as(payload).doesNotContain("\u2028", "\u2029", "</script", "<!--");
        return Json.parse(text.getBytes(StandardCharsets.UTF_8), JsonLimits.FILE);
    }

    /** The keys of a document by their paths, sorted. */
    private static List<String> shape(Json json) {
        List<String> paths = new ArrayList<>();
        json.items().forEach(item -> paths.addAll(shape(item)));
        json.members().forEach((key, value) -> {
            paths.add("/" + key);
            shape(value).forEach(inner -> paths.add("/" + key + inner));
        });
        return paths.stream().sorted().toList();
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String jsonLines(String payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ResponsesJsonl.write(SampleReport.corpus(payload), true, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8).split("\n")[0];
    }

    private static List<String> strings(Json json) {
        List<String> found = new ArrayList<>(json.text().stream().toList());
        json.items().forEach(item -> found.addAll(strings(item)));
        json.members().values().forEach(item -> found.addAll(strings(item)));
        return found;
    }

    @Test
    void inATableItIsOneCellAndNoFormula() throws Exception {
        StringBuilder out = new StringBuilder();
        TableWriter table = new TableWriter(out, List.of("model", "number"));
        List<String> payloads = new ArrayList<>(Payloads.all());
        payloads.addAll(List.of("=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\uFF1D1", "a\";=1+1"));
        for (String payload : payloads) {
            table.row(payload, 1);
        }
        Path file = Files.writeString(folder.resolve("t.csv"), wellFormed(out.toString()));
        Table read = Table.read(file);
        assertThat(read.rows()).hasSameSizeAs(payloads);
        for (int i = 0; i < payloads.size(); i++) {
            String cell = read.rows().get(i).text("model");
            assertThat(cell.startsWith("'") ? cell.substring(1) : cell)
                    .isIn(
                            wellFormed(payloads.get(i)),
                            wellFormed(payloads.get(i)).replaceFirst("^'", ""));
            assertThat(cell).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("@");
            assertThat(read.rows().get(i).text("number")).isEqualTo("1");
        }
    }

    @Test
    void inATreeItIsOneQuotedName() {
        String shape = leafless(Newick.of(SampleReport.with(BENIGN).trees().get(0)));
        for (String payload : Payloads.all()) {
            assertThat(leafless(Newick.of(SampleReport.with(payload).trees().get(0))))
                    .as(payload)
                    .isEqualTo(shape);
        }
    }

    private static String leafless(String newick) {
        return newick.replaceAll("'(?:[^'\n]|'')*'", "NAME").replaceAll("(?<=[(,])[A-Za-z0-9.-]+", "NAME");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../escaped", "/etc/passwd", "C:\\x", "nul\u0000", "CON", "a/b\\c:d*e?f\"<g>|", ".hidden"})
    void noFileIsNamedByIt(String name) throws IOException {
        assertThat(written(name)).isEqualTo(written(BENIGN));
    }

    /** All files below a folder, in which the report has a folder three levels down. */
    private List<String> written(String name) throws IOException {
        Path root = Files.createTempDirectory(folder, "root");
        Reports.write(SampleReport.with(name), SampleReport.corpus(name), Disclosure.FULL, root.resolve("a/b/c"));
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
