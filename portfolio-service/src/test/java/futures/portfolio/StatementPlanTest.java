package futures.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.kit.sql.Database;
import futures.kit.sql.StatementPlans;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No route walks over the entries of all portfolios, nor over all portfolios. */
class StatementPlanTest {
    @Test
    void noStatementWalksOverATable(@TempDir Path directory) {
        try (Database database = Database.open(directory.resolve("portfolio.db"), "db/portfolio")) {
            // cash_movement is a view, whose tables are searched by portfolio or would be named themselves.
            Set<String> small = Set.of("sqlite_sequence", "cash_movement");
            assertEquals(List.of(), StatementPlans.fullScans(PortfolioService.class, database, small));
        }
    }
}
