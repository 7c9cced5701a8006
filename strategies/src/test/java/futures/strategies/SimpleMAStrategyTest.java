package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Costs;
import futures.engine.FillSettings;
import futures.engine.Market;
import futures.engine.Samples;
import futures.engine.TwinCheck;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.ExitReason;
import futures.strategy.Parameter;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped cross of averages: trade by trade like its naive twin, and known to the service loader. */
class SimpleMAStrategyTest {
    @ParameterizedTest
    @CsvSource({
        // factor of back-adjustment, seed, stop, target
        "1.0, 1, 40, 80",
        "1.0, 2, 12, 9",
        "1.056655, 3, 40, 80",
        "0.93127, 4, 16, 0",
        "1.0, 5, 0, 0",
        "1.056655, 6, 0, 0",
    })
    void agreesWithItsTwinTradeByTrade(double factor, long seed, int stop, int target) {
        ContractSpec es = Samples.es();
        BarSeries bars = Samples.walk(es, 6_000, seed, factor);
        Map<String, Object> parameters = Map.of("exits", "ticks", "stop_ticks", stop, "target_ticks", target);
        BacktestResult result = TwinCheck.agree(
                "seed " + seed,
                Market.of(bars, es),
                Costs.of("2.50", 1),
                FillSettings.STANDARD,
                new TreeMap<>(),
                new BigDecimal("100000"),
                () -> configured(parameters),
                new NaiveCross(10, 20, stop, target));
        assertTrue(
                result.trips().size() > 100,
                "too few round trips: " + result.trips().size());
    }

    @Test
    void theStandardStopAndTargetAreTheContractsOwn() {
        BacktestResult result = run(Samples.es(), Map.of());
        BacktestResult asTicks = run(Samples.es(), Map.of("exits", "ticks", "stop_ticks", 40, "target_ticks", 80));
        assertEquals(asTicks.hash(), result.hash());
        ContractSpec crude = Samples.contract("CL", "0.01", "1000", null);
        assertEquals(
                run(crude, Map.of("exits", "ticks", "stop_ticks", 40, "target_ticks", 80))
                        .hash(),
                run(crude, Map.of()).hash());
        ContractSpec bond = Samples.contract("ZB", "0.03125", "1000", null);
        assertEquals(
                run(bond, Map.of("exits", "ticks", "stop_ticks", 16, "target_ticks", 32))
                        .hash(),
                run(bond, Map.of()).hash());
    }

    @Test
    void withoutExitsItIsAlwaysInAfterTheFirstCross() {
        BacktestResult result = run(Samples.es(), Map.of("exits", "none"));
        assertTrue(result.trips().stream().allMatch(trip -> trip.exitReason() == ExitReason.ORDER));
        for (int i = 1; i < result.trips().size(); i++) {
            assertEquals(
                    result.trips().get(i - 1).exitTime(), result.trips().get(i).entryTime());
            assertEquals(
                    result.trips().get(i - 1).side().opposite(),
                    result.trips().get(i).side());
        }
    }

    @Test
    void periodsThatDoNotGoTogetherAreRefused() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> run(Samples.es(), Map.of("fast_period", 20, "slow_period", 20)));
        assertEquals("parameter fast_period must be below slow_period, found 20 and 20", refused.getMessage());
    }

    @Test
    void theServiceLoaderKnowsItWithItsParameters() {
        List<Strategy> found = ServiceLoader.load(Strategy.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(strategy -> strategy.name().equals("SimpleMAStrategy"))
                .toList();
        assertEquals(1, found.size());
        assertEquals(
                List.of("fast_period", "slow_period", "contracts", "exits", "stop_ticks", "target_ticks"),
                found.get(0).parameters().stream().map(Parameter::name).toList());
    }

    @Test
    void itsSettingsFileTravelsInTheJar() throws Exception {
        try (var file = SimpleMAStrategy.class.getResourceAsStream("/defaults/strategies/SimpleMAStrategy.yaml")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (Parameter<?> parameter : new SimpleMAStrategy().parameters()) {
                assertTrue(text.contains(parameter.name() + ": " + parameter.standard()), parameter.name());
            }
        }
    }

    private static BacktestResult run(ContractSpec contract, Map<String, Object> parameters) {
        Market market = Market.of(Samples.walk(contract, 6_000, 9), contract);
        return Backtest.run(BacktestRequest.of(SimpleMAStrategy::new, market).withParameters(parameters));
    }

    private static Strategy configured(Map<String, Object> parameters) {
        Strategy strategy = new SimpleMAStrategy();
        strategy.configure(parameters);
        return strategy;
    }
}
