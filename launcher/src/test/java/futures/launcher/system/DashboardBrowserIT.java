package futures.launcher.system;

import static futures.launcher.process.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The dashboard in Chromium: everything healthy, one service down, and back again. */
@Tag("browser")
class DashboardBrowserIT {
    @TempDir
    private Path folder;

    @TempDir
    private Path profile;

    private LauncherProcess launcher;
    private ChromeDriver browser;

    @BeforeEach
    void open() throws IOException {
        launcher = LauncherProcess.run(folder).awaitReady();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService driver = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(program("chromedriver")))
                .usingAnyFreePort()
                .build();
        browser = new ChromeDriver(driver, options);
        browser.manage().window().setSize(new Dimension(1440, 1150));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
        launcher.close();
    }

    @Test
    void showsFiveHealthyServicesThenOneDownThenAllAgain() throws IOException {
        browser.get(launcher.address("dashboard").toString());
        eventually("five services and Redis are healthy", () -> states().equals(all("Healthy")), this::states);
        eventually(
                "the whole is healthy", () -> text("#overall").equals("Everything is healthy"), () -> text("#overall"));
        assertEquals("5 of 5", text("#tile-healthy"));
        assertEquals(List.of(), complaints(), "on the browser's console");
        picture("healthy");
        browser.manage().window().setSize(new Dimension(500, 1000));
        Long wider = (Long) browser.executeScript("return document.documentElement.scrollWidth - window.innerWidth");
        assertTrue(wider <= 0, () -> "on a phone the page is " + wider + " px too wide");
        picture("phone");
        browser.manage().window().setSize(new Dimension(1440, 1150));

        launcher.kill("risk");
        eventually("risk is not healthy", () -> !states().get("risk").equals("Healthy"), this::states);
        picture("one-down");
        Map<String, String> others = states();
        others.remove("risk");
        Map<String, String> expected = all("Healthy");
        expected.remove("risk");
        assertEquals(expected, others);

        eventually("all are healthy again", () -> states().equals(all("Healthy")), this::states);
        assertEquals("1", text("[data-service=risk] .facts div:nth-child(4) dd"));
        eventually(
                "the activity names it", () -> text("#activity").contains("risk went from"), () -> text("#activity"));
        // The page asked a service that was not there, and the browser says so: nothing else may have gone wrong.
        List<String> unexpected = complaints().stream()
                .filter(line -> !line.contains("/health") || !line.contains("net::ERR_"))
                .toList();
        assertEquals(List.of(), unexpected, "on the browser's console");
        picture("recovered");
    }

    /** What each card says, by service. */
    private Map<String, String> states() {
        return browser.findElements(By.cssSelector("[data-service]")).stream()
                .collect(Collectors.toMap(
                        card -> card.getDomAttribute("data-service"),
                        card -> card.findElement(By.cssSelector(".state .text")).getText()));
    }

    private static Map<String, String> all(String word) {
        return List.of("redis", "data", "backtest", "risk", "ml", "portfolio").stream()
                .collect(Collectors.toMap(name -> name, name -> word));
    }

    private String text(String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }

    private List<String> complaints() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    private void picture(String name) throws IOException {
        Path pictures = Files.createDirectories(
                Path.of(System.getProperty("launcher.jar")).resolveSibling("pictures"));
        Files.write(pictures.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    private static String program(String name) {
        for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, name))) {
                return directory + "/" + name;
            }
        }
        throw new IllegalStateException(name + " is not on the PATH; the browser tests need it");
    }
}
