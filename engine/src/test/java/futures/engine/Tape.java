package futures.engine;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Prices of one-minute bars, one after the other, from nine in the morning in Chicago on a Monday. */
final class Tape {
    private static final Instant MONDAY = Instant.parse("2024-03-04T15:00:00Z");

    private final ContractSpec contract;
    private final BarSeries.Builder bars;
    private Instant now = MONDAY;

    Tape(ContractSpec contract) {
        this.contract = contract;
        this.bars = BarSeries.builder(contract.symbol(), Timeframe.MINUTE);
    }

    Tape bar(double open, double high, double low, double close) {
        bars.add(now.toEpochMilli(), open, high, low, close, 100);
        now = now.plusSeconds(60);
        return this;
    }

    Tape flat(int count, double price) {
        for (int i = 0; i < count; i++) {
            bar(price, price, price, price);
        }
        return this;
    }

    Tape skip(Duration time) {
        now = now.plus(time);
        return this;
    }

    BacktestRequest request(Script script) {
        return BacktestRequest.of(script::strategy, Market.of(bars.build(), contract))
                .withCosts(Costs.NONE);
    }

    BacktestResult run(Script script) {
        return Backtest.run(request(script));
    }

    BarSeries bars() {
        return bars.build();
    }

    /** Long for a bar and flat for a bar, in turn; each round trip makes so many ticks. */
    static BacktestRequest trades(Duration between, int... ticks) {
        Tape tape = new Tape(Samples.es());
        Script script = new Script();
        double price = 5000;
        int bar = 0;
        for (int gain : ticks) {
            script.at(bar, "buy 1");
            script.at(bar + 1, "close");
            double after = price + gain * 0.25;
            tape.flat(1, price);
            tape.bar(price, Math.max(price, after), Math.min(price, after), after);
            tape.flat(1, after);
            tape.skip(between);
            price = after;
            bar += 3;
        }
        return tape.request(script);
    }

    static BacktestRequest trades(int... ticks) {
        return trades(Duration.ZERO, ticks);
    }

    static int[] times(int count, int... pattern) {
        return IntStream.range(0, count).map(i -> pattern[i % pattern.length]).toArray();
    }

    static int[] then(int[] first, int... more) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(more)).toArray();
    }
}
