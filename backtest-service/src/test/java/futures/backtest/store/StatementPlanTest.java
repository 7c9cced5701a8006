package futures.backtest.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.backtest.BacktestService;
import futures.kit.sql.Database;
import futures.kit.sql.StatementPlans;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No route walks over all backtests or their results; versions of strategies are a short list. */
class StatementPlanTest {
    @Test
    void noStatementWalksOverATable(@TempDir Path directory) {
        try (Database database = Database.open(directory.resolve("backtests.db"), "db/backtest")) {
            assertEquals(List.of(), StatementPlans.fullScans(BacktestService.class, database, Set.of("strategy_code")));
        }
    }
}
