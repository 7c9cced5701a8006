package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.BacktestResult;
import futures.engine.LogLine;
import futures.engine.StrategyFailed;
import futures.model.Bar;
import futures.strategy.Strategy;
import futures.strategy.tsx.Answer;
import futures.strategy.tsx.BotStrategy;
import futures.strategy.tsx.Signal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a strategy of the bot in Java is told, in which order, and what becomes of what it says. */
class BotStrategyTest {
    /** Buys at the third price, two contracts, and sells one of them at the sixth; writes down all that it is told. */
    private static class Diary extends BotStrategy {
        private int prices;

        @Override
        protected void reset() {
            log("reset " + mainBot().instrument() + " " + mainBot().dollarPerPoint());
        }

        @Override
        protected void initializeWithHistoricalData(List<Bar> bars) {
            log("history " + bars.stream().map(Bar::close).toList());
        }

        @Override
        protected Answer processMarketData(double price, double volume, ZonedDateTime timestamp) {
            prices++;
            log(timestamp + " " + price + " " + volume + " " + mainBot().positions());
            if (prices == 3) {
                return Answer.of(Signal.goLong()
                        .stopLoss(price - 3.1)
                        .takeProfit(price + 3.1)
                        .positionSize(2.9)
                        .reason("third")
                        .build());
            }
            if (prices == 6) {
                return Answer.of(Signal.closePosition()
                        .closeType(Signal.CloseType.PARTIAL)
                        .positionSize(1)
                        .build());
            }
            return prices < 3 ? Answer.notReady() : Answer.nothing().withDebug(Map.of("prices", prices));
        }

        @Override
        protected void onPositionClosed(ZonedDateTime timestamp, boolean wasProfit) {
            log("closed " + timestamp + " " + wasProfit);
        }
    }

    private static List<String> log(BacktestResult result) {
        return result.log().lines().stream().map(LogLine::text).toList();
    }

    @Test
    void everythingItIsToldInOrder() {
        BacktestResult result = Course.from("2024-01-09T15:00:00Z", 4000)
                .to(4001, 4000, 4001, 4002, 4001, 4002, 4001, 4004, 4006, 4006)
                .run(Diary::new, Map.of());
        assertEquals(
                List.of(
                        "reset ES 50.0",
                        "history []",
                        "2024-01-09T09:00-06:00[America/Chicago] 4001.0 100.0 []",
                        "2024-01-09T09:01-06:00[America/Chicago] 4000.0 100.0 []",
                        "2024-01-09T09:02-06:00[America/Chicago] 4001.0 100.0 []",
                        "2024-01-09T09:03-06:00[America/Chicago] 4002.0 100.0 [BotPosition[direction=LONG, size=2, entryPrice=4001.0]]",
                        "debug {prices=4}",
                        "2024-01-09T09:04-06:00[America/Chicago] 4001.0 100.0 [BotPosition[direction=LONG, size=2, entryPrice=4001.0]]",
                        "debug {prices=5}",
                        "2024-01-09T09:05-06:00[America/Chicago] 4002.0 100.0 [BotPosition[direction=LONG, size=2, entryPrice=4001.0]]",
                        "2024-01-09T09:06-06:00[America/Chicago] 4001.0 100.0 [BotPosition[direction=LONG, size=1, entryPrice=4001.0]]",
                        "debug {prices=7}",
                        "2024-01-09T09:07-06:00[America/Chicago] 4004.0 100.0 [BotPosition[direction=LONG, size=1, entryPrice=4001.0]]",
                        "debug {prices=8}",
                        "closed 2024-01-09T09:08-06:00[America/Chicago] true",
                        "2024-01-09T09:08-06:00[America/Chicago] 4006.0 100.0 []",
                        "debug {prices=9}",
                        "2024-01-09T09:09-06:00[America/Chicago] 4006.0 100.0 []",
                        "debug {prices=10}"),
                log(result));
        // 3.1 above 4001 is no tick: the target is the farther one
        assertEquals("LONG 4001.0 4002.0 order; LONG 4001.0 4004.25 target", Course.trades(result));
        assertEquals("third", result.orders().get(0).tag());
    }

    @Test
    void theFirstDaysAreHistory() {
        BacktestResult result = Course.from("2024-01-09T15:00:00Z", 4000)
                .to(4001, 4002)
                .at("2024-01-10T14:59:00Z")
                .to(4003, 4004, 4005)
                .run(Diary::new, Map.of("history_days", 1, "time_zone", "America/New_York"));
        assertEquals(
                List.of(
                        "reset ES 50.0",
                        "history [4001.0, 4002.0, 4003.0]",
                        "2024-01-10T10:00-05:00[America/New_York] 4004.0 100.0 []",
                        "2024-01-10T10:01-05:00[America/New_York] 4005.0 100.0 []"),
                log(result));
    }

    /** Says how it is at the end of every day. */
    private static final class Reporting extends BotStrategy {
        private int prices;

        @Override
        protected Answer processMarketData(double price, double volume, ZonedDateTime timestamp) {
            return ++prices < 3 ? Answer.notReady() : null;
        }

        @Override
        protected boolean isStrategyReady() {
            return prices >= 3;
        }

        @Override
        protected Map<String, Object> getStatusSummary() {
            return Map.of("prices", prices);
        }
    }

    @Test
    void aDaysEndIsALineOfItsStatus() {
        BacktestResult result = Course.from("2024-01-09T21:58:00Z", 4000)
                .still(2)
                .at("2024-01-10T21:58:00Z")
                .still(2)
                .run(Reporting::new, Map.of());
        assertEquals(List.of("not ready {prices=1}", "ready {prices=3}"), log(result));
    }

    @Test
    void oneTradeAtATimeAndTheFartherTickOnBothSides() {
        Supplier<Strategy> eager = () -> new BotStrategy() {
            @Override
            protected Answer processMarketData(double price, double volume, ZonedDateTime timestamp) {
                return Answer.of(Signal.goShort()
                        .stopLoss(price + 1.01)
                        .takeProfit(price - 1.01)
                        .build());
            }
        };
        BacktestResult result =
                Course.from(4000).to(4000, 4001, 4002, 4001, 4000, 3999).run(eager, Map.of());
        assertEquals("SHORT 4000.0 4001.25 stop_loss; SHORT 4002.0 4000.75 target", Course.trades(result));
        assertTrue(result.trips().stream().allMatch(trip -> trip.contracts() == 1));
    }

    @Test
    void whatItThrowsNamesTheBar() {
        Supplier<Strategy> broken = () -> new BotStrategy() {
            @Override
            public String name() {
                return "Broken";
            }

            @Override
            protected Answer processMarketData(double price, double volume, ZonedDateTime timestamp) {
                return Answer.of(Signal.of(null).build());
            }
        };
        StrategyFailed failed = assertThrows(
                StrategyFailed.class, () -> Course.from(4000).still(3).run(broken, Map.of()));
        assertTrue(failed.getMessage().contains("strategy Broken failed at bar 0"), failed::getMessage);
        assertTrue(failed.getMessage().contains("a signal needs a direction"), failed::getMessage);
    }

    @Test
    void everyFieldOfASignalIsWhatWasSaid() {
        ZonedDateTime time = ZonedDateTime.parse("2024-01-09T09:00-06:00[America/Chicago]");
        Signal signal = Signal.goLong()
                .confidence(Signal.Confidence.TEST)
                .entryPrice(1)
                .stopLoss(2)
                .takeProfit(3)
                .instrument("a")
                .riskPoints(4)
                .rewardPoints(5)
                .riskRewardRatio(6)
                .positionSize(7)
                .dollarRisk(8)
                .dollarReward(9)
                .timestamp(time)
                .reason("b")
                .strategyName("c")
                .strategyVersion("d")
                .signalStrength(0.5)
                .subStrategy("e")
                .environment(Map.of("f", 1))
                .indicators(Map.of("g", 2))
                .testData(Map.of("h", 3))
                .closeType(Signal.CloseType.PARTIAL)
                .build();
        assertEquals(
                "Signal[direction=LONG, confidence=TEST, entryPrice=1.0, stopLoss=2.0, takeProfit=3.0, instrument=a,"
                        + " riskPoints=4.0, rewardPoints=5.0, riskRewardRatio=6.0, positionSize=7.0, dollarRisk=8.0,"
                        + " dollarReward=9.0, timestamp=2024-01-09T09:00-06:00[America/Chicago], reason=b, strategyName=c,"
                        + " strategyVersion=d, signalStrength=0.5, subStrategy=e, environment={f=1}, indicators={g=2},"
                        + " testData={h=3}, closeType=PARTIAL]",
                signal.toString());
        Signal bare = Signal.closePosition().build();
        assertTrue(Double.isNaN(bare.stopLoss())
                && Double.isNaN(bare.takeProfit())
                && bare.reason().isEmpty());
    }

    @Test
    void whatIsNoNumberOfPricesOrZoneIsRefused() {
        for (Map<String, Object> wrong :
                List.<Map<String, Object>>of(Map.of("ticks_per_bar", 2), Map.of("time_zone", "Chicago"))) {
            Strategy strategy = new Diary();
            assertThrows(IllegalArgumentException.class, () -> strategy.configure(wrong), wrong::toString);
        }
    }
}
