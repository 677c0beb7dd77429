package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.stats.Interval;
import dev.kinprint.suite.Condition;
import dev.kinprint.suite.ConditionFault;
import dev.kinprint.verdict.Finding;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class GateReportsTest {
    private static final Interval FIGURE = new Interval(0.63, 0.61, 0.65);
    private static final Interval CHANGE = new Interval(0.09, 0.06, 0.12);

    private static Finding finding(String condition, Finding.State state, String remark) {
        boolean figures = remark.isEmpty();
        return new Finding(
                condition(condition),
                state,
                Optional.of(FIGURE).filter(f -> figures),
                Optional.of(new Interval(0.54, 0.5, 0.6)).filter(f -> figures && condition.contains("+")),
                Optional.of(CHANGE).filter(f -> figures),
                118,
                state == Finding.State.FAIL
                        ? List.of(
                                new Finding.Question("p017", 0.9, Optional.of(0.2), true),
                                new Finding.Question("p044", 0.8, Optional.of(0.2), false))
                        : List.of(),
                remark);
    }

    private static Condition condition(String text) {
        try {
            return Condition.parse(text);
        } catch (ConditionFault e) {
            throw new AssertionError(e);
        }
    }

    private static GateReport report(String run, List<Finding> findings) {
        return new GateReport(
                run,
                "base lines/core.json",
                findings,
                List.of(
                        new Coverage("candidate", 118, new TreeMap<>(), 118, List.of()),
                        new Coverage("rival", 118, new TreeMap<>(), 118, List.of())),
                new BigDecimal("1.29"));
    }

    private static final GateReport EACH = report(
            "results/release",
            List.of(
                    finding("wording(candidate, rival) < 0.7", Finding.State.PASS, ""),
                    finding("similarity(candidate, rival) <= +0.05", Finding.State.FAIL, ""),
                    finding("length(candidate) < +20", Finding.State.UNDECIDED, "only 3 questions"),
                    finding("format(rival) < +0.2", Finding.State.ERROR, "9 of 10 answers could not be collected")));

    private static Validator schema() throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        return factory.newSchema(Objects.requireNonNull(GateReportsTest.class.getResource("junit.xsd")))
                .newValidator();
    }

    @Test
    void linesSayWhatWasFoundAndWhere() {
        assertThat(GateReports.lines(EACH))
                .containsExactly(
                        "GATE  4 checks: 1 pass, 1 fail, 1 undecided, 1 with errors",
                        "  PASS       wording(candidate, rival) < 0.7   0.630 [0.610, 0.650], n=118",
                        "  FAIL       similarity(candidate, rival) <= +0.05   0.630, baseline 0.540, change +0.090"
                                + " [+0.060, +0.120], n=118   worst: p017 p044",
                        "  UNDECIDED  length(candidate) < +20   only 3 questions",
                        "  ERROR      format(rival) < +0.2   9 of 10 answers could not be collected");
    }

    @Test
    void junitIsValidAndHasOneOutcomeForEachCondition() throws Exception {
        String xml = GateReports.junit(EACH);
        schema().validate(new StreamSource(new StringReader(xml)));
        assertThat(xml)
                .contains("tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\"")
                .contains("<failure message=", "<error message=", "<skipped message=\"only 3 questions\"/>")
                .contains("testsuite name=\"candidate~rival\" tests=\"2\"")
                .contains("p017 0.900 against 0.200")
                .contains("<property name=\"answers.rival\" value=\"118 of 118\"/>");
    }

    @Test
    void theSchemaFindsMistakes() throws SAXException {
        Validator validator = schema();
        for (String[] change : new String[][] {
            {"<skipped", "<omitted"}, {" classname=", " class="}, {" tests=\"4\"", ""}, {"type=\"kinprint.fail\"", ""}
        }) {
            String broken = GateReports.junit(EACH).replace(change[0], change[1]);
            assertThatThrownBy(() -> validator.validate(new StreamSource(new StringReader(broken))))
                    .as(change[0])
                    .isInstanceOf(SAXException.class);
        }
    }

    @Test
    void whatXmlCannotHoldIsReplaced() {
        GateReport hostile = report("a\u0000\u001b\uD800\uFFFE]]><b>&\"", EACH.findings());
        String xml = GateReports.junit(hostile);
        assertThatCode(() -> schema().validate(new StreamSource(new StringReader(xml))))
                .doesNotThrowAnyException();
        assertThat(xml).contains("a\uFFFD\uFFFD\uFFFD\uFFFD]]&gt;&lt;b&gt;&amp;&quot;");
    }

    @Test
    void markdownHasAtMostSixtyLinesAndFailuresFirst() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            many.add(finding(
                    "similarity(m" + i + ", rival) <= +0.05",
                    i % 3 == 0 ? Finding.State.FAIL : i % 3 == 1 ? Finding.State.PASS : Finding.State.UNDECIDED,
                    ""));
        }
        List<Coverage> models = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            models.add(new Coverage("m" + i, 10, new TreeMap<>(), 10, List.of()));
        }
        String summary = GateReports.markdown(new GateReport("r", "b", many, models, BigDecimal.ONE));
        assertThat(summary.lines().count()).isLessThanOrEqualTo(60);
        assertThat(summary.lines().toList().get(4)).startsWith("| fail | `similarity(m0, rival) <= +0.05`");
        assertThat(summary).contains("130 more in the other files", "| 28 more |");
    }

    @Test
    void markdownTakesNothingFromTextsButTheirCharacters() {
        String summary = GateReports.markdown(report("`x`|y\n## z\u202e", EACH.findings()));
        assertThat(summary.lines().filter(line -> line.startsWith("#"))).hasSize(1);
        assertThat(summary).contains("Run `'x'\u00a6y ## z\\u{202e}`");
    }

    @Test
    void sarifHasWhatItsReadersNeed() throws JsonFault {
        Json sarif = Json.parse(GateReports.sarif(EACH, "1.2.3").getBytes(StandardCharsets.UTF_8));
        assertThat(sarif.at("version").text()).contains("2.1.0");
        Json run = sarif.at("runs", 0);
        assertThat(run.at("tool", "driver", "name").text()).contains("kinprint");
        List<Json> rules = run.at("tool", "driver", "rules").items();
        List<Json> results = run.at("results").items();
        assertThat(results).hasSize(3);
        for (Json result : results) {
            assertThat(rules).anyMatch(rule -> rule.at("id").equals(result.at("ruleId")));
            assertThat(result.at("level").text().orElseThrow()).isIn("error", "warning");
            assertThat(result.at("message", "text").text().orElseThrow()).isNotBlank();
            assertThat(result.at("locations", 0, "physicalLocation", "artifactLocation", "uri")
                            .text())
                    .contains("base%20lines/core.json");
            assertThat(result.at("locations", 0, "physicalLocation", "region", "startLine")
                            .whole())
                    .contains(1L);
        }
        assertThat(results.stream().map(result -> result.at("level").text().orElseThrow()))
                .containsExactly("error", "warning", "warning");
    }

    @Test
    void jsonHoldsEveryFigure() throws JsonFault {
        Json json = Json.parse(GateReports.json(EACH).getBytes(StandardCharsets.UTF_8));
        assertThat(json.at("findings").items()).hasSize(4);
        Json failed = json.at("findings", 1);
        assertThat(failed.at("state").text()).contains("fail");
        assertThat(failed.at("tested", "low").number()).contains(0.06);
        assertThat(failed.at("worst", 0, "against").number()).contains(0.2);
        assertThat(failed.at("worst", 0, "severe").truth()).contains(true);
        assertThat(failed.at("worst", 1, "severe").truth()).contains(false);
        assertThat(json.at("usd").number()).contains(1.29);
    }

    @Test
    void noFormatDependsOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            List<String> texts = formats();
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(formats()).isEqualTo(texts);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> formats() {
        return List.of(
                String.join("\n", GateReports.lines(EACH)),
                GateReports.markdown(EACH),
                GateReports.junit(EACH),
                GateReports.sarif(EACH, "1"),
                GateReports.json(EACH));
    }
}
