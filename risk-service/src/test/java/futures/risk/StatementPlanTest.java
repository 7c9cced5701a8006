package futures.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.kit.sql.Database;
import futures.kit.sql.StatementPlans;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No route walks over all alerts; counts, and the list of all that is known, are whole by nature. */
class StatementPlanTest {
    @Test
    void noStatementWalksOverATable(@TempDir Path directory) {
        try (Database database = Database.open(directory.resolve("risk.db"), "db/risk")) {
            assertEquals(
                    List.of("futures/risk/alert/AlertStore.class: SELECT count(*) FROM alert: SCAN alert USING COVERING"
                            + " INDEX alert_by_time"),
                    StatementPlans.fullScans(RiskService.class, database, Set.of("summary")));
        }
    }
}
