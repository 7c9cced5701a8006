package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.BacktestResult;
import futures.engine.Costs;
import futures.engine.FillSettings;
import futures.engine.Market;
import futures.engine.Samples;
import futures.engine.TwinCheck;
import futures.engine.twin.NaiveExchange;
import futures.engine.twin.NaiveStrategy;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.RoundTrip;
import futures.model.Side;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The reversal at crosses of averages of 10 and 20 over hundreds of thousands of bars: where the averages are equal it does
 * nothing, so that every trade is the one of decimal arithmetic. Running sums of doubles trade on noise there.
 */
class LongSeriesTest {
    private static final int BARS = 500_000;
    private static final Costs COSTS = Costs.of("0.62", 1);
    private static final BigDecimal CASH = new BigDecimal("100000");

    @ParameterizedTest
    @CsvSource({
        // contract, tick, point value, factor of back-adjustment, seed
        "CL, 0.01, 1000, 1.0, 11",
        "ES, 0.25, 50, 1.056655, 12",
    })
    void everyTradeIsThatOfDecimalArithmetic(String symbol, String tick, String pointValue, double factor, long seed) {
        ContractSpec contract = Samples.contract(symbol, tick, pointValue, null);
        Market market = Market.of(Samples.walk(contract, BARS, seed, factor, 60, true), contract);
        BacktestResult result = agreeOnReversal(market);
        int ties = ties(market.bars());
        Set<String> noisy = turns(market, new DriftingCross(10, 20));
        report(market, result, ties, noisy);
        assertTrue(ties > 500, () -> "too few ties to mean anything: " + ties);
        assertNotEquals(turns(result), noisy, "running sums of doubles trade the same: the test shows nothing");
    }

    @Test
    @Tag("real-data")
    void aYearOfRealMinutes() throws Exception {
        ContractSpec mes = Samples.contract("MES", "0.25", "5", null);
        Market market = Market.of(RealBars.of("MES"), mes);
        BacktestResult result = agreeOnReversal(market);
        report(market, result, ties(market.bars()), turns(market, new DriftingCross(10, 20)));
        assertTrue(result.trips().size() > 1_000);
    }

    private static BacktestResult agreeOnReversal(Market market) {
        return TwinCheck.agree(
                market.bars().symbol(),
                market,
                COSTS,
                FillSettings.STANDARD,
                new TreeMap<>(),
                CASH,
                LongSeriesTest::reversal,
                new NaiveCross(10, 20, 0, 0));
    }

    private static Strategy reversal() {
        Strategy strategy = new SimpleMAStrategy();
        strategy.configure(Map.of("fast_period", 10, "slow_period", 20, "exits", "none"));
        return strategy;
    }

    /** Bars at which both averages are equal, in whole millionths. */
    private static int ties(BarSeries bars) {
        long[] closes = IntStream.range(0, bars.size())
                .mapToLong(
                        i -> BigDecimal.valueOf(bars.close(i)).movePointRight(6).longValueExact())
                .toArray();
        return (int) IntStream.rangeClosed(20, closes.length)
                .filter(end -> 2 * sum(closes, end - 10, end) == sum(closes, end - 20, end))
                .count();
    }

    private static long sum(long[] values, int from, int to) {
        return Arrays.stream(values, from, to).sum();
    }

    /** Bars and sides at which a position was turned. */
    private static Set<String> turns(BacktestResult result) {
        return result.fills().stream()
                .map(fill -> fill.bar() + (fill.side() == Side.LONG ? " buy" : " sell"))
                .collect(Collectors.toSet());
    }

    private static Set<String> turns(Market market, NaiveStrategy strategy) {
        NaiveExchange exchange = TwinCheck.twin(market, COSTS, FillSettings.STANDARD, new TreeMap<>(), CASH, strategy);
        exchange.run();
        return exchange.trader("only", market.bars().symbol()).fills().stream()
                .map(fill -> fill.replaceAll("(\\d+) #\\d+ (buy|sell) .*", "$1 $2"))
                .collect(Collectors.toSet());
    }

    private static void report(Market market, BacktestResult result, int ties, Set<String> noisy) {
        Set<String> right = turns(result);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d bars, %,d ties, %,d round trips, net %,.2f; running sums of doubles: %,d turns that are wrong"
                        + " and %,d missing%n",
                market.bars().symbol(),
                market.bars().size(),
                ties,
                result.trips().size(),
                result.trips().stream().mapToDouble(RoundTrip::net).sum(),
                noisy.stream().filter(turn -> !right.contains(turn)).count(),
                right.stream().filter(turn -> !noisy.contains(turn)).count());
    }
}
