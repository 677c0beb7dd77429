package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.table.Row;
import dev.kinprint.table.Table;
import dev.kinprint.table.TableFault;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final List<String> FILES =
            List.of("report.html", "result.json", "scores.csv", "responses.jsonl", "tree.nwk", "figures/map-1.svg");

    @Test
    void hostileTextNeverChangesTheTagsOfThePage() {
        List<String> benign = Tags.shape(Reports.html(SampleReport.with("a quiet text")));
        assertThat(benign).hasSizeGreaterThan(500).contains("mark class");
        for (String payload : Payloads.all()) {
            assertThat(Tags.shape(Reports.html(SampleReport.with(payload))).equals(benign))
                    .as(payload)
                    .isTrue();
        }
    }

    @Test
    void noAttributeLeadsOutOfThePage() {
        String html = Reports.html(SampleReport.with("x https://example.org/ javascript:alert(1) y"));
        List<Tags.Attribute> attributes = Tags.attributes(html);
        assertThat(attributes).hasSizeGreaterThan(500);
        assertThat(attributes)
                .filteredOn(
                        a -> List.of("href", "src", "action", "content", "fill").contains(a.name()))
                .extracting(Tags.Attribute::value)
                .noneMatch(value -> value.contains("//") || value.contains("javascript:"))
                .allMatch(value -> !value.contains("url(") || value.startsWith("url(#"));
        assertThat(attributes).extracting(Tags.Attribute::name).doesNotContain("style", "onclick", "onerror", "xmlns");
        assertThat(html).doesNotContain("<script");
    }

    @Test
    void thePolicyAllowsTheOneStyleSheet() throws NoSuchAlgorithmException {
        String html = Reports.html(SampleReport.plain());
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(html.indexOf("<style>")).isEqualTo(html.lastIndexOf("<style"));
        assertThat(html.replace("&#39;", "'"))
                .contains("content=\"default-src 'none'; style-src 'sha256-" + hash
                        + "'; img-src data:; base-uri 'none'; form-action 'none'\"");
        assertThat(html.substring(html.indexOf("<head>")))
                .matches("(?s)<head>\\s*<meta http-equiv=\"content-security.*");
        assertThat(style).doesNotContain("http", "url(", "@import");
    }

    @Test
    void pageJsonAndCsvHoldTheSameNumbers(@TempDir Path folder) throws IOException, JsonFault, TableFault {
        Reports.write(SampleReport.plain(), SampleReport.corpus("Why not?"), Disclosure.FULL, folder);
        Json json = Json.parse(Files.readAllBytes(folder.resolve("result.json")));
        Table table = Table.read(folder.resolve("scores.csv"));
        String html = Files.readString(folder.resolve("report.html"));

        assertThat(json.at("schema").text()).contains("kinprint.result/1");
        List<Json> verdicts = json.at("verdicts").items();
        assertThat(verdicts).hasSize(36).hasSameSizeAs(table.rows());
        int printed = 0;
        for (int i = 0; i < verdicts.size(); i++) {
            Json verdict = verdicts.get(i);
            Row row = table.rows().get(i);
            for (String name : List.of("suspect", "candidate", "relation", "support")) {
                assertThat(verdict.at(name).text()).contains(row.text(name));
            }
            assertThat(verdict.at("words").text()).isPresent();
            if (verdict.at("why").text().isPresent()) {
                assertThat(verdict.at("log10Lr")).isEqualTo(new Json.Null());
                assertThat(row.text("log10_lr")).isEmpty();
                assertThat(verdict.at("why").text()).contains(row.text("why_none"));
                continue;
            }
            assertSame(verdict.at("log10Lr", "value"), row.text("log10_lr"));
            assertSame(verdict.at("log10Lr", "low"), row.text("log10_lr_low"));
            assertSame(verdict.at("log10Lr", "high"), row.text("log10_lr_high"));
            assertThat(html)
                    .contains(shown(row.text("log10_lr")) + " [" + shown(row.text("log10_lr_low")) + ", "
                            + shown(row.text("log10_lr_high")) + "]");
            printed++;
        }
        assertThat(printed).isEqualTo(27);
        for (Json taken : json.at("contributions").items()) {
            Row row = row(table, taken);
            for (Json channel : taken.at("channels").items()) {
                String name = channel.at("channel").text().orElseThrow();
                assertSame(channel.at("score"), row.text(name + " score"));
                assertSame(channel.at("z"), row.text(name + " z"));
            }
        }
    }

    private static Row row(Table table, Json pair) {
        return table.rows().stream()
                .filter(row -> List.of("suspect", "candidate", "relation").stream()
                        .allMatch(name -> pair.at(name).text().orElseThrow().equals(row.text(name))))
                .findFirst()
                .orElseThrow();
    }

    private static void assertSame(Json number, String cell) {
        assertThat(number).isInstanceOf(Json.Num.class);
        assertThat(((Json.Num) number).value()).isEqualByComparingTo(new BigDecimal(cell));
    }

    private static String shown(String cell) {
        return new BigDecimal(cell)
                .setScale(2, java.math.RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '\u2212');
    }

    @Test
    void writesTheSameBytesUnderEveryLocale(@TempDir Path folder) throws IOException {
        Map<String, String> first = files(folder.resolve("root"));
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "tr-TR", "ar-EG", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(files(folder.resolve(tag)).equals(first)).as(tag).isTrue();
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Reports.write(SampleReport.with("A quiet sentence."), SampleReport.corpus("Why not?"), Disclosure.FULL, folder);
        Map<String, String> texts = new TreeMap<>();
        for (String file : FILES) {
            texts.put(file, Files.readString(folder.resolve(file)));
        }
        return texts;
    }

    @Test
    void aLargeAuditStaysSmall() {
        String html = Reports.html(SampleReport.ofSize(220, 800));
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(3_000_000);
        assertThat(html).contains("Shown are the 40 × 40 models");
    }

    /** Fifty models, 200 questions and five samples, with as many figures and texts as an audit can have. */
    @Test
    void aFullAuditStaysSmall() {
        String html = Reports.html(SampleReport.crowded(43, 200));
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isBetween(1_500_000, 3_000_000);
    }
}
