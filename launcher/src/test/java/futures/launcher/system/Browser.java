package futures.launcher.system;

import static futures.launcher.process.Eventually.eventually;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium, headless, with what it complains of. */
final class Browser implements AutoCloseable {
    private static final String GONE = "(not there)";

    private final ChromeDriver driver;

    /** @param profile an empty folder */
    Browser(Path profile) {
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
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(program("chromedriver")))
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        desktop();
    }

    private static String program(String name) {
        for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, name))) {
                return directory + "/" + name;
            }
        }
        throw new IllegalStateException(name + " is not on the PATH; the browser tests need it");
    }

    void desktop() {
        driver.manage().window().setSize(new Dimension(1440, 1150));
    }

    void phone() {
        driver.manage().window().setSize(new Dimension(500, 1000));
    }

    /** Opens an address and waits until its page is complete, be it with what went wrong. */
    void open(String address) {
        driver.get(address);
        eventually("the page of " + address, () -> has(".view[data-ready]"), () -> text("body"));
    }

    boolean has(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    WebElement find(String selector) {
        eventually(selector, () -> has(selector), () -> text("body"));
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Text of the first that fits; pages are redrawn, so one that has just gone is not there. */
    String text(String selector) {
        try {
            List<WebElement> found = all(selector);
            return found.isEmpty() ? GONE : found.get(0).getText();
        } catch (StaleElementReferenceException e) {
            return GONE;
        }
    }

    void awaitText(String selector, String part) {
        eventually(
                "'" + part + "' in " + selector,
                () -> text(selector).contains(part),
                () -> text(selector) + " in: " + text("body"));
    }

    void type(String selector, String value) {
        WebElement field = find(selector);
        field.clear();
        field.sendKeys(value);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** @param script ends with a call of its last argument */
    Object runAsync(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    Object run(String script) {
        return driver.executeScript(script);
    }

    /** How far the page is wider than the window, in pixels, once charts have followed a change of the window: a frame later. */
    long tooWide() {
        return (Long) runAsync("""
                const done = arguments[0];
                const width = () => document.documentElement.scrollWidth - window.innerWidth;
                requestAnimationFrame(() => requestAnimationFrame(() => done(width())));
                """);
    }

    /** What the console shows since it was asked last, from warnings on. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** Serious and critical findings of axe-core on the open page, one line each. */
    @SuppressWarnings("unchecked")
    List<String> barriers() throws IOException {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            driver.executeScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run({ resultTypes: ["violations"] }).then((found) => done(found.violations
                    .filter((v) => v.impact === "serious" || v.impact === "critical")
                    .map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`)));
                """);
    }

    /** Keeps a picture of the window beside the jar, for people to look at. */
    void picture(String name) throws IOException {
        Path pictures = Files.createDirectories(
                Path.of(System.getProperty("launcher.jar")).resolveSibling("pictures"));
        Files.write(pictures.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
