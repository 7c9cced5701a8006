package futures.launcher.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job of the product, as its first user runs it. */
class DemoIT {
    @Test
    void demoShowsAResultStopsEverythingAndEndsWithZero(@TempDir Path folder) throws Exception {
        try (LauncherProcess demo = LauncherProcess.run(folder, "demo")) {
            assertTrue(demo.process().waitFor(3, TimeUnit.MINUTES), demo::output);

            assertEquals(0, demo.process().exitValue(), demo::output);
            String output = demo.output();
            for (String row : new String[] {
                "Period +2025-\\d\\d-\\d\\d", "Bars +\\d[\\d,]{4,}", "Trades +[1-9]", "Net P&L +-?[\\d,]+\\.\\d\\d",
                        "Max drawdown +-?[\\d,]+\\.\\d\\d",
                "Win rate +\\d", "Profit factor +\\d", "Sharpe ratio +-?\\d", "Costs +[\\d,]+\\.\\d\\d",
                        "Dashboard +http://127"
            }) {
                assertTrue(Pattern.compile(row).matcher(output).find(), () -> row + " is not in\n" + output);
            }
            assertTrue(output.contains("The links work again after: java -jar launcher.jar"), output);
            try (Stream<Path> made = Files.list(folder.resolve("data/cache"))) {
                assertTrue(
                        made.anyMatch(file -> file.getFileName().toString().matches("classes-.*\\.jsa")),
                        "the class archive for faster starts was not made");
            }
            assertFalse(Files.exists(folder.resolve("data/run/processes.json")), "something was left running");
        }
    }
}
