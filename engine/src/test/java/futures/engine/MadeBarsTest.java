package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Fill;
import futures.model.Order;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.bars.BarForm;
import futures.model.bars.BarMaker;
import futures.model.bars.Hours;
import futures.model.bars.MadeBars;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Feed;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs on bars that end when their session does: over Martin Luther King's Monday, which is part of an index future's Tuesday. */
class MadeBarsTest {
    private static final SessionHours REGULAR =
            new SessionHours(ZoneId.of("America/Chicago"), LocalTime.of(8, 30), LocalTime.of(15, 0));

    private static BarSeries minutes(String symbol, TradingCalendar calendar) {
        BarSeries.Builder minutes = BarSeries.builder(symbol, Timeframe.MINUTE);
        Random random = new Random(11);
        long price = 16_000;
        long end = Instant.parse("2024-01-18T22:00:00Z").toEpochMilli();
        for (long t = Instant.parse("2024-01-10T23:00:00Z").toEpochMilli(); t < end; t += 60_000) {
            if (calendar.isOpen(t)) {
                long close = price + random.nextInt(7) - 3;
                minutes.add(
                        t,
                        price / 4.0,
                        (Math.max(price, close) + 1) / 4.0,
                        (Math.min(price, close) - 1) / 4.0,
                        close / 4.0,
                        5);
                price = close;
            }
        }
        return minutes.build();
    }

    private static Market market(BarSeries minutes, BarForm form, TradingCalendar calendar) {
        MadeBars made = new MadeBars();
        BarMaker maker = BarMaker.of(form, calendar, REGULAR, null, made);
        for (int i = 0; i < minutes.size(); i++) {
            maker.add(
                    minutes.openTime(i),
                    minutes.closeTime(i),
                    minutes.open(i),
                    minutes.high(i),
                    minutes.low(i),
                    minutes.close(i),
                    minutes.volume(i));
        }
        maker.finish(false);
        ContractSpec contract =
                Samples.contract(minutes.symbol(), "0.25", "50", null).withCalendar(calendar);
        return Market.of(made.series(minutes.symbol(), form, Timeframe.MINUTE), contract);
    }

    /** Corn trades from Monday 19:00 to Tuesday 13:20; the index future's Tuesday, begun on Sunday, ends at 16:00. */
    @Test
    void aDayIsNotSeenBeforeItIsOver() {
        BarForm days = BarForm.parse("1d");
        Market index = market(minutes("A", TradingCalendar.CME_EQUITY), days, TradingCalendar.CME_EQUITY);
        Market corn = market(minutes("B", TradingCalendar.CME_GRAINS), days, TradingCalendar.CME_GRAINS);
        List<String> seen = new ArrayList<>();
        Strategy watcher = new Strategy() {
            private Feed other;

            @Override
            protected void start(Setup setup) {
                other = setup.feed("A");
            }

            @Override
            protected void onBar(Bars bars, Broker broker) {
                String shown = other.bars().count() == 0
                        ? "none"
                        : Instant.ofEpochMilli(other.bars().closeTime()).toString();
                seen.add(Instant.ofEpochMilli(bars.closeTime()) + " " + shown);
            }
        };
        JointBacktest.run(
                JointRequest.of(List.of(Assignment.of("w", () -> watcher, Map.of(), "B")), List.of(index, corn)));
        assertEquals(
                List.of(
                        "2024-01-11T19:20:00Z none",
                        "2024-01-12T19:20:00Z 2024-01-11T22:00:00Z",
                        "2024-01-16T19:20:00Z 2024-01-12T22:00:00Z",
                        "2024-01-17T19:20:00Z 2024-01-16T22:00:00Z",
                        "2024-01-18T19:20:00Z 2024-01-17T22:00:00Z"),
                seen);
    }

    @Test
    void ordersFillAtTheOpenOfTheNextBarAndInItsMinutes() {
        BarSeries minutes = minutes("A", TradingCalendar.CME_EQUITY);
        BarForm form = BarForm.parse("4h").with(Hours.REGULAR);
        Market market = market(minutes, form, TradingCalendar.CME_EQUITY);
        List<Long> sent = new ArrayList<>();
        Strategy trader = new Strategy() {
            @Override
            protected void start(Setup setup) {}

            @Override
            protected void onBar(Bars bars, Broker broker) {
                sent.add(bars.closeTime());
                broker.send(broker.flat() ? Order.buy(1) : Order.sell(1));
            }
        };
        BacktestResult plain = Backtest.run(BacktestRequest.of(() -> trader, market));
        assertTrue(plain.fills().size() > 5);
        for (int i = 0; i < plain.fills().size(); i++) {
            Fill fill = plain.fills().get(i);
            assertEquals(market.bars().openTime(i + 1), fill.time());
            assertTrue(fill.time() >= sent.get(i));
        }
        assertEquals("4h regular", plain.manifest().timeframe());
        BarSeries.Builder same = BarSeries.builder("A", form.timeframe());
        for (int i = 0; i < market.bars().size(); i++) {
            BarSeries bars = market.bars();
            same.add(bars.openTime(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        }
        assertNotEquals(
                market.dataHash(),
                Market.of(same.build(), market.contract()).dataHash(),
                "closes are part of the data");
    }

    /** Two bars of four hours and two and a half each day; those of the day are longer than an hour, so no hours are judged. */
    @Test
    void findingsKnowTheBarsThatTheyLookAt() {
        BarSeries minutes = minutes("A", TradingCalendar.CME_EQUITY);
        for (String form : List.of("4h", "1d", "5m")) {
            for (Hours hours : Hours.values()) {
                Market market = market(minutes, BarForm.parse(form).with(hours), TradingCalendar.CME_EQUITY);
                ContractSpec spec = market.contract().withRegularHours(REGULAR);
                Strategy trader = new Strategy() {
                    @Override
                    protected void start(Setup setup) {}

                    @Override
                    protected void onBar(Bars bars, Broker broker) {
                        broker.send(broker.flat() ? Order.buy(1) : Order.sell(1));
                    }
                };
                List<String> keys =
                        Backtest.run(BacktestRequest.of(() -> trader, Market.of(market.bars(), spec)))
                                .findings()
                                .stream()
                                .map(finding -> finding.key())
                                .toList();
                assertTrue(!keys.contains("stale_fills"), form + " " + hours + keys);
                boolean judged = form.equals("5m") && hours != Hours.REGULAR;
                assertEquals(judged, keys.contains("outside_regular_hours"), form + " " + hours + keys);
            }
        }
    }
}
