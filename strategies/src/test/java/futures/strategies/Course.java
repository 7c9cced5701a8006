package futures.strategies;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Costs;
import futures.engine.Market;
import futures.engine.Samples;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.RoundTrip;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.strategy.Strategy;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Minutes of ES that go where a test wants: each opens at the close before it and holds no price beyond its open and close. */
final class Course {
    /** With trading days and regular hours of 08:30 to 15:00 US Central, which is 14:30 to 21:00 UTC in winter. */
    static final ContractSpec ES = Samples.es()
            .withCalendar(TradingCalendar.CME_EQUITY)
            .withRegularHours(
                    new SessionHours(TradingCalendar.CME_EQUITY.zone(), LocalTime.of(8, 30), LocalTime.of(15, 0)));

    private static final long MINUTE = 60_000;

    private final BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.MINUTE);
    private long time;
    private double price;

    private Course(String time, double price) {
        this.time = Instant.parse(time).toEpochMilli();
        this.price = price;
    }

    /** @param time open of the first bar */
    static Course from(String time, double price) {
        return new Course(time, price);
    }

    /** In the middle of regular hours of a Tuesday. */
    static Course from(double price) {
        return from("2024-01-09T15:00:00Z", price);
    }

    /** Bars that close there, one after the other. */
    Course to(double... closes) {
        for (double close : closes) {
            bars.add(time, price, Math.max(price, close), Math.min(price, close), close, 100);
            time += MINUTE;
            price = close;
        }
        return this;
    }

    Course still(int count) {
        return move(count, 0);
    }

    Course move(int count, double step) {
        for (int i = 0; i < count; i++) {
            to(price + step);
        }
        return this;
    }

    /** The next bar opens there. */
    Course gap(double open) {
        price = open;
        return this;
    }

    /** The next bar opens then. */
    Course at(String opens) {
        time = Instant.parse(opens).toEpochMilli();
        return this;
    }

    BacktestResult run(Supplier<Strategy> strategy, Map<String, Object> parameters) {
        return Backtest.run(BacktestRequest.of(strategy, Market.of(bars.build(), ES))
                .withParameters(parameters)
                .withCosts(Costs.NONE));
    }

    /** {@code LONG 93.0 117.0 order}, one after the other. */
    static String trades(BacktestResult result) {
        return result.trips().stream().map(Course::text).collect(Collectors.joining("; "));
    }

    private static String text(RoundTrip trip) {
        return trip.side() + " " + trip.entryPrice() + " " + trip.exitPrice() + " "
                + trip.exitReason().name().toLowerCase(Locale.ROOT);
    }
}
