package futures.launcher.system;

import static futures.launcher.process.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The processes in Chromium: everything healthy, one service down, and back again. */
@Tag("browser")
class DashboardBrowserIT {
    @TempDir
    private Path folder;

    @TempDir
    private Path profile;

    private LauncherProcess launcher;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        launcher = LauncherProcess.run(folder).awaitReady();
        browser = new Browser(profile);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        launcher.close();
    }

    @Test
    void showsFiveHealthyServicesThenOneDownThenAllAgain() throws IOException {
        browser.open(launcher.address("dashboard") + "/system");
        eventually("five services and Redis are healthy", () -> states().equals(all("Healthy")), this::states);
        browser.awaitText("#overall", "Everything is healthy");
        assertEquals("5 of 5", browser.text("#tile-healthy"));
        assertEquals(List.of(), browser.complaints(), "on the browser's console");

        launcher.kill("risk");
        eventually("risk is not healthy", () -> !"Healthy".equals(states().get("risk")), this::states);
        browser.picture("one-down");
        Map<String, String> others = states();
        others.remove("risk");
        Map<String, String> expected = all("Healthy");
        expected.remove("risk");
        assertEquals(expected, others);

        eventually("all are healthy again", () -> states().equals(all("Healthy")), this::states);
        assertEquals("1", browser.text("[data-service=risk] .facts div:nth-child(4) dd"));
        browser.awaitText("#activity", "risk went from");
        // The page asked a service that was not there, and the browser says so: nothing else may have gone wrong.
        List<String> unexpected = browser.complaints().stream()
                .filter(line -> !line.contains("/health") || !line.contains("net::ERR_"))
                .toList();
        assertEquals(List.of(), unexpected, "on the browser's console");
    }

    /** What each card says, by service. */
    private Map<String, String> states() {
        return browser.all("[data-service]").stream()
                .collect(Collectors.toMap(
                        card -> card.getDomAttribute("data-service"),
                        card -> card.findElement(By.cssSelector(".state .text")).getText()));
    }

    private static Map<String, String> all(String word) {
        return List.of("redis", "data", "backtest", "risk", "ml", "portfolio").stream()
                .collect(Collectors.toMap(name -> name, name -> word));
    }
}
