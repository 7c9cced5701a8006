package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.run.SweepFigures;
import futures.backtest.store.SearchedDays;
import futures.backtest.store.SearchedRowStore;
import futures.kit.Eventually;
import futures.kit.sql.Database;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, killed in the middle of thousands of combinations: the next one goes on, to the very same table. */
class KilledOptimizationTest {
    /** 10,000 combinations. */
    private static final String ORDER = """
            {"backtest": {"strategy_name": "SimpleMAStrategy", "symbol": "ES"}, "threads": 1, "objective": "net_profit",
             "spaces": {"fast_period": {"min": 2, "max": 51}, "slow_period": {"min": 52, "max": 151}, "contracts": [1, 2]}}""";

    @TempDir
    Path home;

    @Test
    void nothingIsRunTwiceAndTheTableIsThatOfOneThatWasLeftAlone() throws Exception {
        String killed;
        String alone;
        try (DataNeighbour data = new DataNeighbour()) {
            try (KillableService service = new KillableService(home, data)) {
                killed = service.calls.post("/api/optimizations", ORDER).location();
                String href = killed;
                Eventually.within(
                        RunningBacktests.LONG,
                        "some thousand rows",
                        () -> service.calls.get(href).json().get("done").asInt() > 2_000);
            }
            int before = rows(killed);
            assertTrue(before > 2_000 && before < 10_000, before + " rows were stored before the kill");
            try (KillableService service = new KillableService(home, data)) {
                JsonNode end = service.ended(killed);
                assertEquals("done", end.get("state").asText(), end::toString);
                assertEquals(10_000, end.get("done").asInt(), end::toString);
                alone = service.calls.post("/api/optimizations", ORDER).location();
                assertEquals("done", service.ended(alone).get("state").asText());
                assertEquals(
                        service.calls.get(alone + "/export").text(),
                        service.calls.get(killed + "/export").text());
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
