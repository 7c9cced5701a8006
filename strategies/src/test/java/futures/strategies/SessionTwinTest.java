package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.BacktestResult;
import futures.engine.Costs;
import futures.engine.FillSettings;
import futures.engine.Market;
import futures.engine.TwinCheck;
import futures.engine.twin.NaiveDesk;
import futures.engine.twin.NaiveStrategy;
import futures.model.BarSeries;
import futures.model.Exit;
import futures.model.Order;
import futures.model.RoundTrip;
import futures.model.Side;
import futures.model.bars.Hours;
import futures.strategies.ExchangeDays.Missing;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Strategies that are told the end of a session, trade by trade beside twins that reckon it themselves, through changes of the
 * clock, holidays, early closes and bars that are missing.
 */
class SessionTwinTest {
    private static final BigDecimal TICK = new BigDecimal("0.25");

    /** Follows three closes, four times a day at most, and is flat when the session ends. */
    private static final class DayTrader extends Strategy {
        private final Hours hours;
        private final int minutes;
        private int entries;

        DayTrader(Hours hours, int minutes) {
            this.hours = hours;
            this.minutes = minutes;
        }

        @Override
        protected void start(Setup setup) {
            setup.session(hours, minutes);
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            entries = bars.firstOfDay() ? 0 : entries;
            if (bars.count() > 3 && bars.inSession() && broker.flat() && entries < 4) {
                double change = bars.close() - bars.ago(3).close();
                if (Math.abs(change) >= 2) {
                    entries++;
                    broker.send(Order.market(change > 0 ? Side.LONG : Side.SHORT, 1)
                            .withStop(30)
                            .withTarget(50));
                }
            }
        }

        @Override
        protected void onSessionEnd(Bars bars, Broker broker) {
            broker.flatten();
        }
    }

    /** The same, told by its own reckoning. */
    private static final class NaiveDayTrader implements NaiveStrategy {
        private final NaiveSessions sessions;
        private int entries;

        NaiveDayTrader(NaiveSessions sessions) {
            this.sessions = sessions;
        }

        @Override
        public void atClose(int bar, NaiveDesk desk) {
            entries = sessions.firstOfDay(bar) ? 0 : entries;
            if (bar >= 3 && sessions.inside(bar) && desk.position() == 0 && entries < 4) {
                BigDecimal change = desk.close(0).subtract(desk.close(3));
                if (change.abs().compareTo(new BigDecimal("2")) >= 0) {
                    entries++;
                    Order order = change.signum() > 0 ? Order.buy(1) : Order.sell(1);
                    desk.send(order.withStop(30).withTarget(50));
                }
            }
            if (sessions.overAt(bar)) {
                desk.flatten();
            }
        }
    }

    /** {@link OpeningRangeBreakout} with its standard parameters, from the bars and the clock. */
    private static final class NaiveOpeningRange implements NaiveStrategy {
        private final BarSeries bars;
        private final NaiveSessions sessions;
        private LocalDate traded;

        NaiveOpeningRange(BarSeries bars, NaiveSessions sessions) {
            this.bars = bars;
            this.sessions = sessions;
        }

        @Override
        public void atClose(int bar, NaiveDesk desk) {
            LocalDate day = sessions.day(bar);
            long begin = ExchangeDays.at(day, LocalTime.of(8, 30));
            long end = ExchangeDays.at(day, LocalTime.of(9, 0));
            boolean complete = bars.openTime(bar) + bars.timeframe().millis() >= end;
            if (complete && sessions.inside(bar) && !day.equals(traded)) {
                BigDecimal high = null;
                BigDecimal low = null;
                for (int i = bar; i >= 0 && sessions.day(i).equals(day); i--) {
                    if (bars.openTime(i) >= begin && bars.openTime(i) < end) {
                        BigDecimal top = BigDecimal.valueOf(bars.high(i));
                        BigDecimal bottom = BigDecimal.valueOf(bars.low(i));
                        high = high == null ? top : high.max(top);
                        low = low == null ? bottom : low.min(bottom);
                    }
                }
                if (high != null) {
                    traded = day;
                    send(high, low, desk);
                }
            }
            if (sessions.overAt(bar)) {
                desk.flatten();
            }
        }

        private static void send(BigDecimal high, BigDecimal low, NaiveDesk desk) {
            double above = high.add(TICK).doubleValue();
            double below = low.subtract(TICK).doubleValue();
            int distance = high.subtract(low)
                    .divide(TICK)
                    .multiply(new BigDecimal("1.5"))
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact();
            desk.oneCancelsOther(List.of(
                    Order.stop(Side.LONG, 1, above).withStop(new Exit.At(below)).withTarget(distance),
                    Order.stop(Side.SHORT, 1, below)
                            .withStop(new Exit.At(above))
                            .withTarget(distance)));
        }
    }

    private static BacktestResult agree(
            String what, BarSeries bars, Supplier<? extends Strategy> strategy, NaiveStrategy twin) {
        return TwinCheck.agree(
                what,
                Market.of(bars, Course.ES),
                Costs.of("2.50", 1),
                FillSettings.STANDARD,
                new TreeMap<>(),
                new BigDecimal("100000"),
                strategy,
                twin);
    }

    private interface Case {
        void on(String what, BarSeries bars);
    }

    private static void eachStretch(int minutes, Case each) {
        for (Map.Entry<String, List<LocalDate>> stretch : new TreeMap<>(ExchangeDays.STRETCHES).entrySet()) {
            for (long seed = 1; seed <= 3; seed++) {
                Missing missing = seed == 1 ? Missing.NOTHING : Missing.MUCH;
                each.on(
                        stretch.getKey() + " seed " + seed + " in " + minutes + " min",
                        ExchangeDays.bars(
                                stretch.getValue().get(0), stretch.getValue().get(1), minutes, missing, seed));
            }
        }
    }

    @Test
    void dayTradersAreFlatWhenTheirTwinsAre() {
        int[] trips = new int[1];
        for (int minutes : new int[] {5, 30}) {
            eachStretch(minutes, (what, bars) -> {
                for (Hours hours : new Hours[] {Hours.ALL, Hours.REGULAR}) {
                    for (int before : new int[] {0, 20}) {
                        NaiveSessions sessions = new NaiveSessions(bars, hours == Hours.REGULAR, before);
                        BacktestResult result = agree(
                                what + " " + hours + " " + before,
                                bars,
                                () -> new DayTrader(hours, before),
                                new NaiveDayTrader(sessions));
                        trips[0] += result.trips().size();
                    }
                }
            });
        }
        assertTrue(trips[0] > 2_000, () -> trips[0] + " round trips");
    }

    @Test
    void theOpeningRangeIsTradedAsItsTwinTradesIt() {
        int[] trips = new int[1];
        eachStretch(5, (what, bars) -> {
            NaiveSessions sessions = new NaiveSessions(bars, true, 5);
            BacktestResult result = agree(what, bars, OpeningRangeBreakout::new, new NaiveOpeningRange(bars, sessions));
            trips[0] += result.trips().size();
        });
        assertTrue(trips[0] > 100, () -> trips[0] + " round trips");
    }

    /** Where no bars are missing nothing is held from one trading day to the next, on days as the exchange has them. */
    @Test
    void nothingIsHeldIntoTheNextDay() {
        for (Map.Entry<String, List<LocalDate>> stretch : ExchangeDays.STRETCHES.entrySet()) {
            BarSeries bars = ExchangeDays.bars(
                    stretch.getValue().get(0), stretch.getValue().get(1), 5, Missing.NOTHING, 9);
            for (Hours hours : new Hours[] {Hours.ALL, Hours.REGULAR}) {
                BacktestResult result = agree(
                        stretch.getKey(),
                        bars,
                        () -> new DayTrader(hours, 10),
                        new NaiveDayTrader(new NaiveSessions(bars, hours == Hours.REGULAR, 10)));
                for (RoundTrip trip : result.trips()) {
                    LocalDate day = ExchangeDays.day(trip.entryTime());
                    assertEquals(day, ExchangeDays.day(trip.exitTime()), trip::toString);
                    LocalTime last =
                            hours == Hours.REGULAR && ExchangeDays.ends(day).isAfter(LocalTime.of(15, 0))
                                    ? LocalTime.of(15, 0)
                                    : ExchangeDays.ends(day);
                    assertTrue(trip.exitTime() < ExchangeDays.at(day, last), trip::toString);
                }
                assertEquals(0, result.openPositions().size());
            }
        }
    }

    /** The program's calendar says the same of every bar of the year. */
    @Test
    void tradingDaysAreThoseOfTheExchange() {
        BarSeries bars =
                ExchangeDays.bars(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 12, 31), 15, Missing.NOTHING, 1);
        for (int bar = 0; bar < bars.size(); bar++) {
            long time = bars.openTime(bar);
            assertEquals(ExchangeDays.day(time), Course.ES.calendar().tradingDay(time));
            assertTrue(Course.ES.calendar().isOpen(time), () -> "closed at " + time);
        }
    }
}
