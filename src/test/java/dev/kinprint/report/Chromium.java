package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The Chromium and ChromeDriver of the machine, which must be installed. */
public final class Chromium {
    private static final Path BINARY = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    private static final Path DRIVER = Path.of(System.getProperty("chromedriver", "/usr/bin/chromedriver"));

    /** Held here, because a logger that nobody holds loses its level. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private Chromium() {}

    /**
     * Starts it without a window, 1280 by 900 pixels large; it keeps its console's and its network's log.
     *
     * @param profile an empty folder, or none yet
     */
    public static ChromeDriver start(Path profile) {
        assertThat(BINARY)
                .as("Chromium is needed: install it (Debian: chromium), or name it with -Dchromium=PATH")
                .isExecutable();
        assertThat(DRIVER)
                .as("ChromeDriver is needed: install it (Debian: chromium-driver), or name it with -Dchromedriver=PATH")
                .isExecutable();
        // Selenium warns at each start that it has no typed protocol for this Chromium; none is used here.
        SELENIUM.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BINARY.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=1280,900",
                "--user-data-dir=" + profile);
        ChromeDriver browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        return browser;
    }
}
