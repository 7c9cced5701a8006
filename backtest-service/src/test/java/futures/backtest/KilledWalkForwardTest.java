package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Eventually;
import futures.kit.sql.Database;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, killed between the windows of a walk-forward: the next one goes on, to the very same answer. */
class KilledWalkForwardTest {
    /** Four ways with 2, 3, 2 and 1 windows, of 2,500 combinations each. */
    private static final String ORDER = """
            {"optimization": {"backtest": {"strategy_name": "SimpleMAStrategy", "symbol": "ES"}, "objective": "net_profit", "threads": 1,
              "spaces": {"fast_period": {"min": 2, "max": 51}, "slow_period": {"min": 52, "max": 101}}},
             "windows": {"in_sample": 2, "out_of_sample": 1},
             "matrix": [{"in_sample": 1}, {"anchored": true}, {"in_sample": 3}]}""";

    private static final int WINDOWS = 8;

    @TempDir
    Path home;

    @Test
    void windowsThatEndedAreNotWalkedAgainAndTheAnswerIsThatOfOneThatWasLeftAlone() throws Exception {
        try (DataNeighbour data = new DataNeighbour()) {
            String killed;
            try (KillableService service = new KillableService(home, data)) {
                killed = service.calls.post("/api/walkforwards", ORDER).location();
                Eventually.within(RunningBacktests.LONG, "two windows", () -> windows() >= 2);
            }
            int before = windows();
            assertTrue(before >= 2 && before < WINDOWS, before + " windows were stored before the kill");
            String kept = contents(before);
            try (KillableService service = new KillableService(home, data)) {
                JsonNode end = service.ended(killed);
                assertEquals("done", end.get("state").asText(), end::toString);
                String alone = service.calls.post("/api/walkforwards", ORDER).location();
                JsonNode undisturbed = service.ended(alone);
                assertEquals("done", undisturbed.get("state").asText(), undisturbed::toString);
                assertEquals(undisturbed.get("result"), end.get("result"));
                assertEquals(undisturbed.get("matrix"), end.get("matrix"));
                assertEquals(2, end.at("/result/parts").size());
            }
            assertEquals(2 * WINDOWS, windows(), "each window is stored once for each walk-forward");
            assertEquals(kept, contents(before), "and those from before the kill are as they were");
        }
    }

    private int windows() {
        return Integer.parseInt(asked("SELECT count(*) FROM walkforward_window"));
    }

    private String contents(int first) {
        return asked("SELECT group_concat(content) FROM (SELECT content FROM walkforward_window ORDER BY rowid LIMIT "
                + first + ")");
    }

    private String asked(String sql) {
        try (Database database = Database.open(home.resolve("data/backtests.db"), "db/backtest")) {
            return database.read(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(sql)) {
                    row.next();
                    return row.getString(1);
                }
            });
        }
    }
}
