package futures.backtest.montecarlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.kit.config.Settings;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What there is no time for is left out, and says so. */
class ScriptRerunsTest {
    @TempDir
    Path home;

    @Test
    void whatThereIsNoTimeForIsLeftOut() throws Exception {
        Settings settings = Settings.load(home, Map.of(), List.of());
        BacktestOrder order =
                Json.mapper().readValue("{\"symbol\": \"ES\", \"timeframe\": \"5m\"}", BacktestOrder.class);
        List<Rerun> all = List.of(new Rerun(NoiseRuns.NAME, order), new Rerun(OtherMarkets.NAME, order));
        RerunTask task = new RerunTask(all, 0, new Noise(10, 1, 0), List.of(), home.toString(), settings.all());

        List<Reran> found = new ScriptReruns(settings, task, Duration.ofMillis(30), (share, what) -> {}).run();

        assertEquals(2, found.size());
        assertEquals("price_noise", found.get(0).leftOut().method());
        assertTrue(found.get(0).leftOut().reason().contains("took longer than nine tenths of limits.job_minutes"));
        assertEquals("other_markets", found.get(1).leftOut().method());
        assertTrue(found.get(1).leftOut().reason().startsWith("ES in 5m: there was no time left for it"));
    }
}
