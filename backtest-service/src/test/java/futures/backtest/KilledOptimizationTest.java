package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.run.SweepFigures;
import futures.backtest.store.SearchedDays;
import futures.backtest.store.SearchedRowStore;
import futures.kit.Calls;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import futures.kit.sql.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, killed in the middle of thousands of combinations: the next one goes on, to the very same table. */
class KilledOptimizationTest {
    /** 3,245 combinations, fast below slow. */
    private static final String ORDER = """
            {"backtest": {"strategy_name": "SimpleMAStrategy", "symbol": "ES"}, "threads": 1, "objective": "net_profit",
             "spaces": {"fast_period": {"min": 2, "max": 60}, "slow_period": {"min": 61, "max": 115}}}""";

    @TempDir
    Path home;

    private Process start(int port, int data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BacktestService.class.getName(),
                "--home",
                home.toString(),
                "--set",
                "ports.backtest=" + port,
                "--set",
                "ports.data=" + data,
                "--set",
                "ports.redis=" + RedisForTests.freePort(),
                "--set",
                "scripts.ready_processes=0");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("process.log").toFile()))
                .start();
    }

    private static boolean answers(Calls calls) {
        try {
            return calls.get("/health").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static JsonNode ended(Calls calls, String href) {
        Eventually.within(
                RunningBacktests.LONG,
                "ended",
                () -> !List.of("queued", "running")
                        .contains(calls.get(href).json().get("state").asText()));
        return calls.get(href).json();
    }

    @Test
    void nothingIsRunTwiceAndTheTableIsThatOfOneThatWasLeftAlone() throws Exception {
        int port = RedisForTests.freePort();
        Calls calls = new Calls(URI.create("http://127.0.0.1:" + port));
        String killed;
        String alone;
        try (DataNeighbour data = new DataNeighbour()) {
            Process process = start(port, data.port());
            try {
                Eventually.within(RunningBacktests.LONG, "the start", () -> answers(calls));
                killed = calls.post("/api/optimizations", ORDER).location();
                String href = killed;
                Eventually.within(
                        RunningBacktests.LONG,
                        "some rows",
                        () -> calls.get(href).json().get("done").asInt() > 0);
            } finally {
                process.destroyForcibly();
                assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            }
            int before = rows(killed);
            assertTrue(before > 0 && before < 3_245, before + " rows were stored before the kill");
            Process again = start(port, data.port());
            try {
                Eventually.within(RunningBacktests.LONG, "the second start", () -> answers(calls));
                JsonNode end = ended(calls, killed);
                assertEquals("done", end.get("state").asText(), end::toString);
                assertEquals(3_245, end.get("done").asInt(), end::toString);
                alone = calls.post("/api/optimizations", ORDER).location();
                assertEquals("done", ended(calls, alone).get("state").asText());
                assertEquals(
                        calls.get(alone + "/export").text(),
                        calls.get(killed + "/export").text());
            } finally {
                again.destroyForcibly();
                assertTrue(again.waitFor(30, TimeUnit.SECONDS));
            }
        }
        List<SearchedDays> left = days(alone);
        List<SearchedDays> resumed = days(killed);
        assertEquals(left.size(), resumed.size());
        for (int i = 0; i < left.size(); i++) {
            assertEquals(left.get(i).number(), resumed.get(i).number());
            assertEquals(left.get(i).best(), resumed.get(i).best());
            assertEquals(left.get(i).drawn(), resumed.get(i).drawn());
            assertArrayEquals(left.get(i).profits(), resumed.get(i).profits());
        }
        assertEquals(100, left.stream().filter(SearchedDays::best).count());
        assertEquals(400, left.stream().filter(SearchedDays::drawn).count());
    }

    private int rows(String href) {
        try (Database database = open()) {
            return store(database).count(id(href), new SearchedRowStore.Page(null, null, "number", false, 1, 0));
        }
    }

    private List<SearchedDays> days(String href) {
        try (Database database = open()) {
            return store(database).days(id(href));
        }
    }

    private Database open() {
        return Database.open(home.resolve("data/backtests.db"), "db/backtest");
    }

    private static SearchedRowStore store(Database database) {
        return new SearchedRowStore(database, SweepFigures.names());
    }

    private static String id(String href) {
        return href.substring(href.lastIndexOf('/') + 1);
    }
}
