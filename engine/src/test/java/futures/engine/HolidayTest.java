package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.model.BarSeries;
import futures.model.Order;
import futures.model.Side;
import futures.model.TimeInForce;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Feed;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Martin Luther King's Monday of 2024, on which CME halts at noon: what trades belongs to Tuesday. */
class HolidayTest {
    private static final List<String> OPENS = List.of(
            "2024-01-12T20:58:00Z",
            "2024-01-12T21:59:00Z", // Friday's last minute
            "2024-01-14T23:00:00Z", // Sunday evening
            "2024-01-15T17:59:00Z", // the last minute before the halt
            "2024-01-15T23:00:00Z", // Monday evening
            "2024-01-16T21:59:00Z", // Tuesday's last minute
            "2024-01-16T23:00:00Z");

    private final List<String> seen = new ArrayList<>();

    private BacktestResult run() {
        BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.MINUTE);
        for (int i = 0; i < OPENS.size(); i++) {
            double price = 4_000 + i;
            bars.add(Instant.parse(OPENS.get(i)).toEpochMilli(), price, price, price, price, 1);
        }
        Strategy strategy = new Strategy() {
            private Feed days;

            @Override
            protected void start(Setup setup) {
                days = setup.feed(Timeframe.DAY);
            }

            @Override
            protected void onBar(Bars minutes, Broker broker) {
                if (minutes.count() == 2) {
                    broker.send(Order.limit(Side.LONG, 1, 3_000).lasting(TimeInForce.DAY));
                }
                if (days.fresh()) {
                    seen.add(days.bars().open() + " " + days.bars().close());
                }
            }
        };
        return Backtest.run(BacktestRequest.of(
                () -> strategy, Market.of(bars.build(), Samples.es().withCalendar(TradingCalendar.CME_EQUITY))));
    }

    @Test
    void itsMinutesAreOfTuesdaysBarAndResult() {
        BacktestResult result = run();
        assertEquals(
                List.of(LocalDate.of(2024, 1, 12), LocalDate.of(2024, 1, 16), LocalDate.of(2024, 1, 17)),
                result.days().stream().map(DailyResult::day).toList());
        assertEquals(List.of("4000.0 4001.0", "4002.0 4005.0"), seen);
    }

    @Test
    void anOrderForTheDayWorksOnAfterTheHalt() {
        OrderLife order = run().orders().get(0);
        assertEquals(OrderStatus.CANCELLED, order.status());
        assertEquals(Instant.parse("2024-01-16T22:00:00Z").toEpochMilli(), order.doneTime());
    }
}
