package futures.backtest.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.process.Said;
import futures.kit.json.Json;
import futures.wire.backtest.Verification;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final String MANIFEST = """
            {"engine_version": "2", "strategy_hash": "s", "parameters": {"fast": 3}, "data_hash": "d", "finer_hash": "",
             "markets": [{"data_hash": "m"}], "contract_hash": "c", "margin_hash": "g", "rates_hash": "r",
             "calendar": {"opens": "17:00"}, "costs": {"commission": 2.50}, "initial_cash": 100000, "jdk": "17.0.15"}""";

    private static Verification compared(String manifest, String hash) throws Exception {
        JsonNode stored = Json.mapper().readTree("{\"manifest\": " + MANIFEST + ", \"result_hash\": \"same\"}");
        return Comparison.of(stored, new Said(1, "", Json.mapper().readTree(manifest), hash), List.of(), Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2\"', '\"3\"', engine_version, the engine is another version",
        "'\"s\"', '\"t\"', strategy_hash, the code of the strategy changed",
        "'\"d\"', '\"e\"', data_hash, the bars changed",
        "'\"m\"', '\"n\"', markets[0].data_hash, the bars changed",
        "'_hash\": \"\"', '_hash\": \"f\"', finer_hash, the finer bars changed",
        "'\"c\"', '\"b\"', contract_hash, the contract changed",
        "'\"g\"', '\"h\"', margin_hash, the margins changed",
        "'\"r\"', '\"q\"', rates_hash, the currency rates changed",
        "17:00, 18:00, calendar.opens, the trading days or hours of the contract changed",
        "'fast\": 3', 'fast\": 4', parameters.fast, settings or parameters changed",
        "2.50, 2.60, costs.commission, the costs changed",
    })
    void whatDiffersIsNamedWithItsCause(String was, String is, String entry, String cause) throws Exception {
        Verification found = compared(MANIFEST.replace(was, is), "other");
        assertEquals("changed", found.verdict());
        assertEquals(
                List.of(entry),
                found.differences().stream().map(Verification.Difference::entry).toList());
        assertTrue(found.text().endsWith("for since then " + cause + "."), found.text());
    }

    @Test
    void theJdkIsStatedAndNotADifference() throws Exception {
        Verification found = compared(MANIFEST.replace("17.0.15", "25.0.1"), "other");
        assertEquals("not_reproducible", found.verdict());
        assertEquals("17.0.15", found.jdk());
        assertEquals("25.0.1", found.jdkAgain());
    }

    @Test
    void theSameNumberWrittenOtherwiseIsNoDifference() throws Exception {
        assertEquals(
                List.of(),
                compared(MANIFEST.replace("2.50", "2.5").replace("100000", "1E+5"), "same")
                        .differences());
    }
}
