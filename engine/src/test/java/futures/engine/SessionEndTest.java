package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Order;
import futures.model.OrderType;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.bars.Hours;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a strategy hears that a session is over: by the calendar and the bars so far. */
class SessionEndTest {
    private static final ContractSpec ES = Samples.es()
            .withCalendar(TradingCalendar.CME_EQUITY)
            .withRegularHours(
                    new SessionHours(TradingCalendar.CME_EQUITY.zone(), LocalTime.of(8, 30), LocalTime.of(15, 0)));

    /** Notes each bar by its minute: {@code +} in the session, {@code !} where it is over. */
    private static final class Notes extends Strategy {
        private final Hours hours;
        private final int minutes;
        private final StringBuilder notes = new StringBuilder();

        Notes(Hours hours, int minutes) {
            this.hours = hours;
            this.minutes = minutes;
        }

        @Override
        protected void start(Setup setup) {
            if (hours != null) {
                setup.session(hours, minutes);
            }
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            notes.append(' ')
                    .append(Instant.ofEpochMilli(bars.openTime()).toString(), 11, 16)
                    .append(bars.inSession() ? "+" : "");
        }

        @Override
        protected void onSessionEnd(Bars bars, Broker broker) {
            notes.append('!');
        }
    }

    private static BarSeries bars(String opens) {
        BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.MINUTE);
        for (String open : opens.trim().split(" ")) {
            bars.add(Instant.parse(open + ":00Z").toEpochMilli(), 4000, 4000, 4000, 4000, 1);
        }
        return bars.build();
    }

    private static String notes(Hours hours, int minutes, String opens) {
        Notes strategy = new Notes(hours, minutes);
        Backtest.run(BacktestRequest.of(() -> strategy, Market.of(bars(opens), ES)));
        return strategy.notes.toString().trim();
    }

    /** US Central is six hours behind in winter and five in summer; trading ends at 16:00 there, regular hours at 15:00. */
    @ParameterizedTest
    @CsvSource({
        // one bar before the end of the trading day, so that an order still fills in it
        ",, 2024-01-12T21:57 2024-01-12T21:58 2024-01-12T21:59 2024-01-14T23:00, 21:57+ 21:58! 21:59 23:00+",
        ",, 2024-07-10T20:57 2024-07-10T20:58 2024-07-10T20:59, 20:57+ 20:58! 20:59",
        // the Friday after Thanksgiving ends at 12:15
        ",, 2024-11-29T18:12 2024-11-29T18:13 2024-11-29T18:14, 18:12+ 18:13! 18:14",
        // what trades on the holiday of Martin Luther King belongs to Tuesday, whose session goes on
        ",, 2024-01-15T17:58 2024-01-15T17:59 2024-01-15T23:00, 17:58+ 17:59+ 23:00+",
        // Friday's bars ended early: it is told with the next bar; data that just end tell nothing
        ",, 2024-01-12T21:30 2024-01-14T23:00 2024-01-14T23:01, 21:30+ 23:00+! 23:01+",
        "ALL, 30, 2024-01-12T21:28 2024-01-12T21:29 2024-01-12T21:30, 21:28+ 21:29! 21:30",
        "REGULAR, 5, 2024-01-12T14:29 2024-01-12T14:30 2024-01-12T20:53 2024-01-12T20:54 2024-01-12T21:10,"
                + " 14:29 14:30+ 20:53+ 20:54! 21:10",
        "REGULAR, 5, 2024-07-10T19:53 2024-07-10T19:54 2024-07-10T19:55, 19:53+ 19:54! 19:55",
        // on the early close regular hours end with trading
        "REGULAR, 0, 2024-11-29T18:12 2024-11-29T18:13 2024-11-29T18:14, 18:12+ 18:13! 18:14",
        // after regular hours there is nothing to end
        "REGULAR, 0, 2024-01-12T21:10 2024-01-12T21:11 2024-01-14T23:00, 21:10 21:11 23:00",
        // one bar holds the ends of two days
        "ALL, 0, 2024-01-11T15:00 2024-01-12T21:59, 15:00+ 21:59!",
    })
    void goesByTheCalendarAndTheBarsSoFar(Hours hours, Integer minutes, String opens, String expected) {
        assertEquals(expected, notes(hours, minutes == null ? 0 : minutes, opens));
    }

    @Test
    void aDaysOwnBarIsItsEnd() {
        BarSeries.Builder days = BarSeries.builder("ES", Timeframe.DAY);
        for (String day : List.of("2024-01-09", "2024-01-10", "2024-01-11")) {
            days.add(Instant.parse(day + "T23:00:00Z").toEpochMilli(), 4000, 4000, 4000, 4000, 1);
        }
        Notes strategy = new Notes(null, 0);
        Backtest.run(BacktestRequest.of(() -> strategy, Market.of(days.build(), ES)));
        assertEquals("23:00! 23:00! 23:00!", strategy.notes.toString().trim());
    }

    @Test
    void hoursThatThereAreNotAreRefused() {
        String refused = assertThrows(
                        StrategyFailed.class,
                        () -> Backtest.run(BacktestRequest.of(
                                () -> new Notes(Hours.REGULAR, 0), Market.of(bars("2024-01-12T21:57"), Samples.es()))))
                .getMessage();
        assertTrue(refused.contains("contract ES has no regular hours"), refused);
        assertThrows(StrategyFailed.class, () -> notes(Hours.OVERNIGHT, 0, "2024-01-12T21:57"));
        assertThrows(StrategyFailed.class, () -> notes(Hours.ALL, -1, "2024-01-12T21:57"));
    }

    /** Enters at crosses and flattens at the end of each session, called at every bar or at crosses only. */
    private static final class Flattening extends Strategy {
        private final boolean leaps;
        private Line fast;
        private Line slow;

        Flattening(boolean leaps) {
            this.leaps = leaps;
        }

        @Override
        protected void start(Setup setup) {
            fast = setup.sma(3);
            slow = setup.sma(8);
            setup.warmUp(20);
            if (leaps) {
                setup.callOnlyAtCrosses(fast, slow);
            }
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            if (fast.crossesAbove(slow) && broker.flat()) {
                broker.send(Order.buy(1).withStop(40).withTarget(80));
            }
        }

        @Override
        protected void onSessionEnd(Bars bars, Broker broker) {
            broker.flatten();
        }
    }

    @Test
    void aStrategyThatIsCalledAtCrossesOnlyIsToldAllTheSame() {
        int flattened = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Market market = Market.of(Samples.walk(Samples.es(), 3_000, seed, 1.0, 300, false), Samples.es());
            BacktestResult each = Backtest.run(BacktestRequest.of(() -> new Flattening(false), market));
            BacktestResult some = Backtest.run(BacktestRequest.of(() -> new Flattening(true), market));
            assertEquals(FillText.of(each), FillText.of(some));
            assertEquals(each.hash(), some.hash());
            flattened += (int) each.orders().stream()
                    .filter(order -> order.type() == OrderType.MARKET
                            && order.reduceOnly()
                            && order.status() == OrderStatus.FILLED)
                    .count();
        }
        assertTrue(flattened > 100, "flattened " + flattened);
    }

    @Test
    void inAJointRunEachGoesByItsOwnBars() {
        Notes one = new Notes(null, 0);
        Notes other = new Notes(Hours.REGULAR, 0);
        BarSeries.Builder second = BarSeries.builder("NQ", Timeframe.MINUTE);
        for (String open : List.of("2024-01-12T20:57", "2024-01-12T20:58", "2024-01-12T21:58")) {
            second.add(Instant.parse(open + ":00Z").toEpochMilli(), 9, 9, 9, 9, 1);
        }
        ContractSpec nq = Samples.contract("NQ", "0.25", "20", null)
                .withCalendar(TradingCalendar.CME_EQUITY)
                .withRegularHours(ES.regularHours());
        JointBacktest.run(JointRequest.of(
                List.of(
                        Assignment.of("one", () -> one, Map.of(), "ES"),
                        Assignment.of("other", () -> other, Map.of(), "NQ")),
                List.of(
                        Market.of(bars("2024-01-12T20:57 2024-01-12T20:58 2024-01-12T21:58"), ES),
                        Market.of(second.build(), nq))));
        assertEquals("20:57+ 20:58+ 21:58!", one.notes.toString().trim());
        assertEquals("20:57+ 20:58! 21:58", other.notes.toString().trim());
    }

    @Test
    void duringTheWarmUpNothingIsCalled() {
        List<Integer> called = new ArrayList<>();
        Strategy strategy = new Strategy() {
            @Override
            protected void start(Setup setup) {
                setup.warmUp(4);
            }

            @Override
            protected void onBar(Bars bars, Broker broker) {
                called.add(bars.count());
            }

            @Override
            protected void onSessionEnd(Bars bars, Broker broker) {
                called.add(-bars.count());
            }
        };
        String opens = Arrays.stream(new int[] {10, 11, 14, 15, 16})
                .mapToObj(day -> "2024-10-" + day + "T20:58")
                .collect(Collectors.joining(" "));
        Backtest.run(BacktestRequest.of(() -> strategy, Market.of(bars(opens), ES)));
        assertEquals(List.of(4, -4, 5, -5), called);
    }
}
