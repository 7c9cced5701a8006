package futures.data.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.data.load.Imports;
import futures.kit.config.ConfigException;
import futures.wire.data.ContractMessage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractsFileTest {
    private static final String GOOD = """
            contracts:
              ES:
                name: E-mini
                exchange: CME
                currency: USD
                tick_size: 0.25
                point_value: 50
                tick_value: 12.50
            """;

    @TempDir
    Path directory;

    /** Money per tick as the exchanges publish it. */
    @ParameterizedTest
    @CsvSource({
        "ES, 0.25, 12.5",
        "MES, 0.25, 1.25",
        "NQ, 0.25, 5",
        "RTY, 0.1, 5",
        "YM, 1, 5",
        "CL, 0.01, 10",
        "NG, 0.001, 10",
        "GC, 0.1, 10",
        "SI, 0.005, 25",
        "HG, 0.0005, 12.5",
        "ZB, 0.03125, 31.25",
        "ZN, 0.015625, 15.625",
        "ZF, 0.0078125, 7.8125",
        "6E, 0.00005, 6.25",
        "6J, 0.0000005, 6.25",
        "ZC, 0.25, 12.5",
        "ZS, 0.25, 12.5",
        "ZL, 0.01, 6",
        "LE, 0.025, 10",
        "BTC, 5, 25"
    })
    void theShippedSpecs(String symbol, BigDecimal tickSize, BigDecimal tickValue) {
        Map<String, ContractMessage> contracts = ContractsFile.load(directory).stream()
                .collect(Collectors.toMap(ContractMessage::symbol, contract -> contract));
        assertEquals(51, contracts.size());
        assertEquals(0, tickSize.compareTo(contracts.get(symbol).tickSize()));
        assertEquals(0, tickValue.compareTo(contracts.get(symbol).tickValue()));
    }

    @Test
    void whatIsLeftOutFollowsOrIsStandard() {
        ContractMessage es = ContractsFile.parse("c.yaml", GOOD).get(0);
        assertEquals(new BigDecimal("50"), es.contractSize());
        assertEquals(LocalTime.of(17, 0), es.opens());
        assertEquals("America/Chicago", es.timeZone());
        assertEquals("FGHJKMNQUVXZ", es.months());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tick_value: 12.50|tick_value: 10|c.yaml:8: ES.tick_value must be tick_size * point_value = 12.5, found 10",
                "tick_size: 0.25|tick_size: 0|c.yaml:6: ES.tick_size must be above zero, found 0",
                "tick_size: 0.25|tick_size: quarter|c.yaml:6: ES.tick_size is 'quarter'; allowed: a number",
                "tick_size: 0.25|tick_sise: 0.25|c.yaml:6: unknown key 'tick_sise' of ES; did you mean 'tick_size'?",
                "currency: USD|currency: dollars|c.yaml:5: ES.currency must be an ISO code such as USD",
                "exchange: CME|months: ABC|c.yaml:3: ES.exchange is missing",
                "name: E-mini|opens: 25:00|c.yaml:3: ES.opens is '25:00'; allowed: a time such as 17:00",
                "contracts:|specs:|c.yaml:3: 'specs.ES.name' stands where contracts.<symbol>.<key> is expected"
            })
    void aWrongFileIsRefusedWithLineAndKey(String right, String wrong, String message) {
        ConfigException error =
                assertThrows(ConfigException.class, () -> ContractsFile.parse("c.yaml", GOOD.replace(right, wrong)));
        assertEquals(message, error.getMessage());
    }

    @Test
    void aSymbolLeadsToItsProduct() {
        try (Imports imports = new Imports(directory)) {
            Contracts contracts = new Contracts(imports.database(), Clock.systemUTC());
            contracts.fillIfEmpty(ContractsFile.load(directory));
            for (String symbol : List.of("ES", "ESZ24", "ES.v.0@ratio", "ES-SYNTH", "ESM25-SYNTH")) {
                assertEquals(Optional.of("ES"), contracts.productOf(symbol), symbol);
            }
            assertEquals(Optional.of("6E"), contracts.productOf("6EH25"));
            assertEquals(Optional.empty(), contracts.productOf("AAPL"));
            assertTrue(contracts.spec("ES").orElseThrow().ticks().isOnGrid(5000.75));

            contracts.fillIfEmpty(ContractsFile.parse("c.yaml", GOOD));
            assertEquals(51, contracts.all().size());
        }
    }
}
