package futures.ml.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.kit.NeighbourInWords;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.marketdata.BarStream;
import futures.marketdata.SeriesKey;
import futures.ml.MadeBars;
import futures.model.BarSeries;
import futures.model.Timeframe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshSeriesTest {
    private static final BarSeries WALK = MadeBars.walk("MES", Timeframe.MINUTE, 100, 1);
    private static final int ROLL = 40;
    private static final String CONTRACT = """
            {"symbol": "MES", "name": "Micro E-mini S&P 500", "exchange": "CME", "currency": "USD", "tick_size": 0.25, "point_value": 5,
             "time_zone": "America/Chicago", "opens": "17:00:00", "closes": "16:00:00"}""";

    @TempDir
    Path home;

    private NeighbourInWords data;
    private FreshSeries fresh;

    @BeforeEach
    void start() throws IOException {
        data = new NeighbourInWords();
        data.say("/api/contracts/MES", text(CONTRACT));
        double old = WALK.close(ROLL - 1);
        data.say("/api/rolls/MES", text("""
                {"calendars": [{"revision": "r1", "provenance": "made", "rolls": [
                  {"time": "%s", "from": "MESH24", "to": "MESM24", "old_price": %s, "new_price": %s}]}]}""".formatted(Instant.ofEpochMilli(WALK.openTime(ROLL)), old, old + 5)));
        fresh = new FreshSeries(
                new ServiceClient("data", Settings.load(home, Map.of(), List.of("ports.data=" + data.port()))));
    }

    @AfterEach
    void stop() {
        data.close();
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private void bars(String symbol, String tag, int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long end = count < WALK.size() ? WALK.openTime(count) : Long.MAX_VALUE;
        new BarStream(WALK.between(Long.MIN_VALUE, end), "MES").write(out);
        data.say("/api/data/" + symbol, out.toByteArray(), "ETag", tag, "X-Rolls-Revision", "r1");
    }

    private static SeriesKey key(String symbol) {
        return MadeBars.key(symbol, Timeframe.MINUTE);
    }

    @Test
    void aSeriesIsKeptAsLongAsItsBarsAreCurrent() throws IOException {
        bars("MES", "\"1\"", 50);
        Series first = fresh.get(key("MES"), null);
        assertEquals(50, first.size());
        assertEquals(0, first.rollCount());
        assertSame(first, fresh.get(key("MES"), first));
        bars("MES", "\"2\"", 60);
        Series second = fresh.get(key("MES"), first);
        assertNotSame(first, second);
        assertEquals(60, second.size());
        assertEquals("\"2\"", second.tag());
    }

    @Test
    void aSeriesAdjustedByDifferenceIsMovedForItsRollsAndAnUnadjustedOneIsNot() throws IOException {
        bars("MES.v.0", "\"1\"", WALK.size());
        Series moved = fresh.get(key("MES.v.0@diff"), null);
        assertEquals(1, moved.rollCount());
        assertEquals(ROLL, moved.firstBar(0));
        assertEquals(-5, moved.shift(ROLL));
        Series asTraded = fresh.get(key("MES.v.0"), null);
        assertEquals(0, asTraded.rollCount());
        assertSame(asTraded.real(), asTraded.bars());
    }

    @Test
    void aSeriesAdjustedByRatioIsRefusedBeforeAnythingIsAsked() {
        Problem problem = assertThrows(Problem.class, () -> fresh.get(key("MES.v.0@ratio"), null));
        assertEquals(422, problem.status());
        assertTrue(problem.getMessage().contains("use MES.v.0@diff"), problem.getMessage());
        assertTrue(data.asked().isEmpty());
    }

    @Test
    void whereThereAreNoBarsItSaysWhatToDo() throws IOException {
        bars("MES", "\"1\"", 0);
        Problem problem = assertThrows(Problem.class, () -> fresh.get(key("MES"), null));
        assertEquals(422, problem.status());
        assertEquals(
                "There are no bars of MES in 1m in that range; import some, or choose another one.",
                problem.getMessage());
    }
}
