package futures.launcher.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tutorials do what they say: their files are saved, their commands run, and what they print is what the page shows. */
@TestInstance(Lifecycle.PER_CLASS)
class TutorialsIT {
    private static final Path PAGES = Path.of("..", "docs", "tutorials");

    @TempDir
    private static Path folder;

    private LauncherProcess launcher;

    @BeforeAll
    void start() throws IOException {
        launcher = LauncherProcess.run(folder, "--only", "data,backtest").awaitReady();
    }

    @AfterAll
    void end() {
        launcher.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-java-strategy.md", "first-javascript-strategy.md", "live-bot.md"})
    void whatAPageShowsIsWhatComesOut(String name) throws Exception {
        TutorialPage page = TutorialPage.read(PAGES.resolve(name));
        List<String> printed = page.run(folder, launcher::address);
        assertEquals(page.shown().size(), printed.size());
        for (int i = 0; i < printed.size(); i++) {
            String shown = page.shown().get(i);
            String came = printed.get(i);
            assertTrue(TutorialPage.agree(shown, came), () -> name + " shows\n" + shown + "\nand there came\n" + came);
        }
    }

    /** Through the service: one compiled as it was dropped, the other in a process with V8 that is given many prices at once. */
    @Test
    void aScriptAndItsPortAreTheSameTradesOverHttp() throws Exception {
        String page = Files.readString(PAGES.resolve("../tsx-contract.md"));
        TutorialPage.save(page, folder);
        URI backtest = launcher.address("backtest");
        Http.post(launcher.address("data").resolve("/api/data/sample"), "application/json", "");
        List<String> trades = new ArrayList<>();
        for (String name : List.of("MovingCross", "MovingCrossTwin")) {
            JsonNode result = Http.post(
                    backtest.resolve("/api/backtest?strategy_name=" + name + "&symbol=ES-SYNTH"),
                    "application/json",
                    "{\"max_risk_points\": 3.3, \"ticks_per_bar\": 4}");
            assertTrue(result.at("/performance/total_trades").asInt() > 500, result.path("performance")::toString);
            trades.add(result.path("trades").toString());
        }
        assertEquals(trades.get(0), trades.get(1));
    }

    @Test
    void everyTutorialIsRun() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertEquals(
                    List.of("first-java-strategy.md", "first-javascript-strategy.md", "live-bot.md"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
