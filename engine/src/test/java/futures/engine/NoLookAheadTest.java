package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import futures.model.BarSeries;
import futures.model.Order;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A strategy cannot see past the current bar: not by asking, and not through anything that it is given. */
class NoLookAheadTest {
    /** Writes down all that it can see. */
    private static final class Diary extends Strategy {
        private final List<String> pages = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();

        @Override
        protected void start(Setup setup) {
            lines.addAll(List.of(setup.sma(5), setup.ema(7), setup.rsi(6), setup.atr(4)));
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            StringBuilder page = new StringBuilder();
            page.append(bars.count())
                    .append(bars.ago(0))
                    .append(bars.tradingDay())
                    .append(bars.firstOfDay())
                    .append(bars.inSession());
            lines.forEach(
                    line -> page.append(' ').append(line.now()).append(' ').append(line.ago(3)));
            page.append(' ').append(broker.position()).append(' ').append(broker.equity());
            pages.add(page.toString());
            if (bars.count() % 11 == 0) {
                broker.send(Order.buy(1).withStop(5).withTarget(8));
            }
        }

        @Override
        protected void onSessionEnd(Bars bars, Broker broker) {
            pages.set(pages.size() - 1, pages.get(pages.size() - 1) + " over");
            broker.flatten();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 3_600})
    void whatIsSeenDoesNotDependOnWhatComesLater(int seconds) {
        BarSeries all = Samples.walk(Samples.es(), 400, 3, 1.0, seconds, false);
        Diary whole = new Diary();
        Backtest.run(BacktestRequest.of(once(whole), Market.of(all, Samples.es())));
        assertEquals(seconds > 60, whole.pages.stream().anyMatch(page -> page.endsWith(" over")));
        for (int cut : new int[] {1, 2, 22, 23, 24, 57, 200, 399}) {
            Diary part = new Diary();
            BarSeries past = all.between(0, all.openTime(cut));
            Backtest.run(BacktestRequest.of(once(part), Market.of(past, Samples.es())));
            assertEquals(whole.pages.subList(0, cut), part.pages);
        }
    }

    @Test
    void theFutureCannotBeAskedFor() {
        Strategy nosy = new Strategy() {
            @Override
            protected void start(Setup setup) {
                Line line = setup.sma(2);
                assertThrows(IllegalArgumentException.class, () -> line.ago(-1));
            }

            @Override
            protected void onBar(Bars bars, Broker broker) {
                assertThrows(IllegalArgumentException.class, () -> bars.ago(-1));
                assertThrows(IllegalArgumentException.class, () -> bars.ago(bars.count()));
            }
        };
        Backtest.run(BacktestRequest.of(once(nosy), Market.of(Samples.walk(Samples.es(), 20, 1), Samples.es())));
    }

    private static Supplier<Strategy> once(Strategy strategy) {
        return () -> strategy;
    }
}
