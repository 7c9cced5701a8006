package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.FillRule;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random orders on random bars: the engine and its naive twin agree on every fill, round trip, order and cent. */
class TwinTest {
    private static final int BARS = 300;
    private static final int RUNS = 400;

    @ParameterizedTest
    @CsvSource({
        // contract, tick, point value, factor of back-adjustment, first seed
        "ES, 0.25, 50, 1.0, 1",
        "ES, 0.25, 50, 1.056655, 1000",
        "CL, 0.01, 1000, 1.0, 2000",
        "ZN, 0.015625, 1000, 1.0, 3000",
        "GC, 0.1, 100, 0.93127, 5000",
    })
    void agreeOnRandomOrders(String symbol, String tick, String pointValue, double factor, long firstSeed) {
        EnumSet<FillRule> seen = EnumSet.noneOf(FillRule.class);
        int filled = 0;
        int rolled = 0;
        int refusedAbroad = 0;
        int liquidatedAbroad = 0;
        for (long seed = firstSeed; seed < firstSeed + RUNS; seed++) {
            RandomRun run = RandomRun.of(symbol, tick, pointValue, factor, seed);
            BacktestResult result = run.check("seed " + seed);
            if (!run.rates().isEmpty()) {
                liquidatedAbroad += result.liquidations();
                refusedAbroad += (int) result.rejectedOrders().stream()
                        .filter(order -> order.reason().contains("margin"))
                        .count();
            }
            filled += result.fills().size();
            rolled += result.rolls().size();
            result.fills().forEach(fill -> seen.add(fill.rule()));
        }
        assertTrue(filled > 10 * RUNS, "too few fills to mean anything: " + filled);
        assertTrue(
                refusedAbroad > 30 && liquidatedAbroad > 0,
                "too little margin in another currency: " + refusedAbroad + " " + liquidatedAbroad);
        assertTrue(rolled > RUNS / 4, "too few rolls to mean anything: " + rolled);
        assertEquals(EnumSet.allOf(FillRule.class), seen);
    }

    @ParameterizedTest
    @CsvSource({"ES, 0.25, 50, 1.0, 10000", "CL, 0.01, 1000, 1.0, 20000", "ES, 0.25, 50, 1.056655, 30000"})
    void agreeOnRandomStrategiesThatReact(
            String symbol, String tick, String pointValue, double factor, long firstSeed) {
        int trips = 0;
        int liquidatedAbroad = 0;
        for (long seed = firstSeed; seed < firstSeed + RUNS; seed++) {
            RandomRun run = RandomRun.of(symbol, tick, pointValue, factor, seed);
            BacktestResult result = run.checkReacting("seed " + seed, seed);
            trips += result.trips().size();
            liquidatedAbroad += run.rates().isEmpty() ? 0 : result.liquidations();
        }
        assertTrue(trips > 10 * RUNS, "too few round trips to mean anything: " + trips);
        assertTrue(liquidatedAbroad > 4, "too few margin calls in another currency: " + liquidatedAbroad);
    }

    @Test
    void theTwinSeesADifference() {
        ContractSpec contract = Samples.es();
        BarSeries bars = Samples.walk(contract, BARS, 5);
        Script script = new Script();
        script.at(10, "buy 1 sl 4 tp 4");
        Script other = new Script();
        other.at(10, "buy 1 sl 5 tp 4");
        assertThrows(
                AssertionError.class,
                () -> TwinCheck.agree(
                        "",
                        Market.of(bars, contract),
                        Costs.NONE,
                        FillSettings.STANDARD,
                        new TreeMap<>(),
                        new BigDecimal("100000"),
                        script::strategy,
                        other.naive()));
    }
}
