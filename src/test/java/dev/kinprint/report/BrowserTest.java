package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The page in a real browser: the Chromium and ChromeDriver of the machine, which must be installed. */
class BrowserTest {
    private static final String UNFOLD = "document.querySelectorAll('details').forEach(d => d.open = true);";

    private static final String FOLD = "return document.activeElement.parentElement.open;";

    @TempDir
    private static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void everyTextIsShownAsItIsStoredAndNothingElseHappens() throws IOException {
        List<String> payloads = Payloads.all();
        browser.get("about:blank");
        requests();
        open(SampleReport.saying(payloads));
        List<String> shown = texts("return [...document.querySelectorAll('td.said')].map(cell => cell.textContent);");
        assertThat(shown).hasSize(payloads.size());
        for (int i = 0; i < payloads.size(); i++) {
            assertThat(shown.get(i)).isEqualTo(Visible.of(payloads.get(i)));
        }
        List<String> quoted =
                texts("return [...document.querySelectorAll('.exhibit .body')].map(body => body.textContent);");
        assertThat(quoted).contains(Visible.of(Texts.STUDENT), Texts.ARABIC, Texts.CHINESE, Texts.PERSIAN);
        assertThat(browser.executeScript("return document.querySelectorAll('script, img, iframe, object').length;"))
                .isEqualTo(0L);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        assertThat(requests())
                .isNotEmpty()
                .allMatch(address -> address.startsWith("file:///") || address.startsWith("data:,"));
    }

    private static List<String> texts(String script) {
        List<?> found = (List<?>) Objects.requireNonNull(browser.executeScript(script));
        return found.stream().map(String.class::cast).toList();
    }

    private static List<String> requests() {
        return browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceFirst("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1280})
    void nothingFlowsOverTheEdge(int width) throws IOException {
        open(SampleReport.with("w".repeat(400)));
        emulate(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 500));
        try {
            browser.executeScript(UNFOLD);
            assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth;"))
                    .isLessThanOrEqualTo(width);
        } finally {
            emulate("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isAccessible(String scheme) throws IOException {
        open(SampleReport.with("A quiet sentence."));
        emulate(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.executeScript(UNFOLD);
        browser.executeScript(axe());
        Object faults = browser.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run({resultTypes: ['violations']}).then(r => done(r.violations.map(v => v.id + ': ' + v.help + ' '"
                + " + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | '))));");
        assertThat((List<?>) faults).isEmpty();
    }

    @Test
    void everythingCanBeReachedWithoutAPointer() throws IOException {
        open(SampleReport.with("A quiet sentence."));
        press(Keys.TAB);
        assertThat(focus("textContent")).isEqualTo("Skip to the answers");
        assertThat((Boolean) browser.executeScript("const box = document.activeElement.getBoundingClientRect();"
                        + "return box.left >= 0 && box.top >= 0 && box.width > 100;"))
                .as("the skip link is seen while it has the focus")
                .isTrue();
        press(Keys.ENTER);
        assertThat(browser.getCurrentUrl()).endsWith("#answers");

        Set<String> folds = new TreeSet<>(texts("return [...document.querySelectorAll('summary')]"
                + ".filter(one => one.checkVisibility()).map(one => one.textContent);"));
        assertThat(folds).hasSizeGreaterThan(10);
        int stops = ((Number) Objects.requireNonNull(browser.executeScript(
                        "return document.querySelectorAll('a[href], summary, [tabindex]').length;")))
                .intValue();
        for (int stop = 0; stop <= stops && !folds.isEmpty(); stop++) {
            press(Keys.TAB);
            if (focus("tagName").equals("BODY")) {
                continue; // past the last stop, before the first
            }
            assertThat(browser.executeScript("return getComputedStyle(document.activeElement).outlineStyle;"))
                    .as("%s has a visible focus", focus("outerHTML"))
                    .isEqualTo("solid");
            folds.remove(focus("textContent"));
        }
        assertThat(folds).as("folds that Tab does not reach").isEmpty();
        Object before = browser.executeScript(FOLD);
        press(Keys.ENTER);
        assertThat(browser.executeScript(FOLD)).as("Enter folds and unfolds").isNotEqualTo(before);
    }

    private static void press(Keys key) {
        new Actions(browser).sendKeys(key).perform();
    }

    private static String focus(String what) {
        return String.valueOf(browser.executeScript("return document.activeElement." + what + ";"));
    }

    private static String axe() throws IOException {
        try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            assertThat(in).as("axe.min.js on the test class path").isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void emulate(String command, Map<String, Object> how) {
        browser.executeCdpCommand(command, how);
    }

    private static void open(Report report) throws IOException {
        Path page = Files.writeString(folder.resolve("report.html"), Reports.html(report));
        browser.get(page.toUri().toString());
    }
}
