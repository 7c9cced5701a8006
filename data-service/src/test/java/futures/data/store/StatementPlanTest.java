package futures.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.data.DataService;
import futures.kit.sql.Database;
import futures.kit.sql.StatementPlans;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No route walks over a table that grows with the bars, the imports or the days that are stored. */
class StatementPlanTest {
    /** Headers, as many as the lists of series, products and pairs that are shown whole. */
    private static final Set<String> CATALOGUE =
            Set.of("series", "contract_spec", "currency_pair", "sqlite_sequence", "roll_calendar");

    @TempDir
    private Path directory;

    @Test
    void noStatementWalksOverAGrowingTable() {
        try (Database database = Database.open(directory.resolve("futures.db"), "db/data")) {
            assertEquals(List.of(), StatementPlans.fullScans(DataService.class, database, CATALOGUE));
        }
    }

    @Test
    void aStatementThatWalksOverBarsWouldBeFound() {
        try (Database database = Database.open(directory.resolve("futures.db"), "db/data")) {
            List<String> found = StatementPlans.fullScans(Careless.class, database, CATALOGUE);
            assertTrue(found.stream().anyMatch(scan -> scan.endsWith("SCAN bar_chunk")), found.toString());
        }
    }

    /** Stands in for a service: its code source is the tests of this module. */
    private static final class Careless {
        @SuppressWarnings("unused")
        static String sql() {
            return "SELECT count(*) FROM bar_chunk WHERE bars > 1000";
        }
    }
}
