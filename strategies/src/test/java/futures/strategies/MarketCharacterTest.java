package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.performance.Metric;
import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Costs;
import futures.engine.Market;
import futures.model.BarSeries;
import futures.model.RoundTrip;
import futures.strategy.Strategy;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Noisy markets of a known character, without costs: each strategy earns where its idea holds and loses where the opposite does. */
class MarketCharacterTest {
    private static final int DAYS = 250;
    private static final int SEEDS = 5;

    @ParameterizedTest
    @CsvSource({
        "SimpleMAStrategy,",
        "EmaCross,",
        "DonchianBreakout,",
        "AtrTrend,",
        "OpeningRangeBreakout,",
        "PreviousDayLevels, breakout",
    })
    void whatFollowsEarnsInTrendsAndLosesInChop(String name, String mode) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            double trend = profit(name, mode, MadeDays.trends(DAYS, 5, seed));
            double chop = profit(name, mode, MadeDays.chop(DAYS, 5, seed));
            assertTrue(trend > 0 && chop < 0, name + " earned " + trend + " in trends and " + chop + " in chop");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RsiReversion,",
        "BollingerReversion,",
        "VwapReversion,",
        "PreviousDayLevels, fade",
    })
    void whatTradesTheReturnEarnsInChopAndLosesInTrends(String name, String mode) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            double trend = profit(name, mode, MadeDays.trends(DAYS, 5, seed));
            double chop = profit(name, mode, MadeDays.chop(DAYS, 5, seed));
            assertTrue(trend < 0 && chop > 0, name + " earned " + trend + " in trends and " + chop + " in chop");
        }
    }

    /** Days begin fifty points away from where the last one ended: who is flat by the end of each has no part in it. */
    @ParameterizedTest
    @CsvSource({"OpeningRangeBreakout,", "VwapReversion,", "PreviousDayLevels, fade", "PreviousDayLevels, breakout"})
    void whatIsFlatOvernightMeetsNoGap(String name, String mode) {
        BacktestResult result = run(name, mode, MadeDays.gaps(DAYS, 5, 3));
        assertTrue(result.trips().size() > 10, () -> result.trips().size() + " round trips");
        for (RoundTrip trip : result.trips()) {
            assertEquals(
                    Course.ES.calendar().tradingDay(trip.entryTime()),
                    Course.ES.calendar().tradingDay(trip.exitTime()),
                    trip::toString);
        }
        assertEquals(0, result.openPositions().size());
    }

    private static double profit(String name, String mode, BarSeries bars) {
        BacktestResult result = run(name, mode, bars);
        assertTrue(
                result.trips().size() >= 10,
                () -> name + " has " + result.trips().size() + " round trips");
        return result.metrics().get(Metric.NET_PROFIT).value();
    }

    private static BacktestResult run(String name, String mode, BarSeries bars) {
        Supplier<Strategy> strategy = ShippedStrategies.all().stream()
                .filter(provider -> provider.get().name().equals(name))
                .findFirst()
                .orElseThrow();
        return Backtest.run(BacktestRequest.of(strategy, Market.of(bars, Course.ES))
                .withParameters(mode == null ? Map.of() : Map.of("mode", mode))
                .withCosts(Costs.NONE));
    }
}
