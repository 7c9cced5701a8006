package futures.data.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.data.load.Imports;
import futures.kit.config.ConfigException;
import futures.wire.data.ContractMessage;
import futures.wire.data.MarginRow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
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

    @Test
    void marginsByDateAreSortedAndTheNewestIsTheContracts() {
        String table = """
                    margins:
                      - {from: 2024-06-03, initial: 13200, maintenance: 12000, day_trade: 500}
                      - from: 2024-01-02
                        initial: 12000
                """;
        ContractMessage es = ContractsFile.parse("c.yaml", GOOD + table).get(0);
        assertEquals(
                List.of(
                        new MarginRow(LocalDate.parse("2024-01-02"), new BigDecimal("12000"), null, null),
                        new MarginRow(
                                LocalDate.parse("2024-06-03"),
                                new BigDecimal("13200"),
                                new BigDecimal("12000"),
                                new BigDecimal("500"))),
                es.margins());
        assertEquals(new BigDecimal("13200"), es.initialMargin());
        assertEquals(new BigDecimal("12000"), es.maintenanceMargin());
        assertEquals(LocalDate.parse("2024-06-03"), es.marginDate());
    }

    @Test
    void everyShippedContractSaysItsFeesAndTheTwoOfTheExamplesTheirMarginsByDate() {
        for (ContractMessage contract : ContractsFile.load(directory)) {
            assertTrue(contract.exchangeFees().signum() > 0, contract.symbol());
            assertTrue(contract.feesSource().length() > 10, contract.symbol());
        }
        ContractMessage es = ContractsFile.load(directory).get(0);
        assertEquals("ES", es.symbol());
        assertEquals(LocalTime.of(8, 30), es.regularOpens());
        assertEquals(LocalTime.of(15, 0), es.regularCloses());
        MarginRow first = es.margins().get(0);
        assertEquals(LocalDate.parse("2012-03-26"), first.from());
        assertEquals(new BigDecimal("12650"), es.initialMargin());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{from: 2024-01-02}|c.yaml:10: ES.margins[0].initial is missing",
                "{initial: 5}|c.yaml:10: ES.margins[0].from is missing; say the first trading day of these margins",
                "{from: soon, initial: 5}|c.yaml:10: ES.margins[0].from is 'soon'; allowed: a date such as 2025-04-01",
                "{from: 2024-01-02, inital: 5}|c.yaml:10: unknown key 'inital' of ES.margins[0]; did you mean 'initial'?",
                "{from: 2024-01-02, initial: 5, maintenance: 6}|c.yaml:10: ES.margins[0].maintenance must not be above margins[0].initial",
                "{from: 2024-01-02, initial: 5, day_trade: 0}|c.yaml:10: ES.margins[0].day_trade must be above zero, found 0",
            })
    void aWrongRowOfMarginsIsRefusedWithItsLine(String row, String message) {
        String yaml = GOOD + "    margins:\n      - " + row + "\n";
        ConfigException error = assertThrows(ConfigException.class, () -> ContractsFile.parse("c.yaml", yaml));
        assertEquals(message, error.getMessage());
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
                "tick_value: 12.50|exchange_fees: -1|c.yaml:8: ES.exchange_fees must not be below zero, found -1",
                "tick_value: 12.50|commission: 1001|c.yaml:8: ES.commission must be at most 1000 with at most 6 decimal places, found 1001",
                "tick_value: 12.50|regular_opens: 08:30|c.yaml:3: ES.regular_closes is missing; say both ends of the regular hours, or neither",
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
