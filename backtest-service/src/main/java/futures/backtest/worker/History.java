package futures.backtest.worker;

import futures.backtest.order.OrderNames;
import futures.backtest.series.MarketSource;
import futures.backtest.series.SeriesKey;
import futures.engine.Market;
import futures.javascript.ScriptRuns;
import futures.kit.http.Problem;
import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.bars.BarForm;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.StrategyOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Minutes before the start of a run, for scripts that ask for them; none when the run begins with the first bars there are. */
final class History {
    private static final int DAYS = 10;

    private final MarketSource source;

    History(MarketSource source) {
        this.source = source;
    }

    void give(BacktestOrder order, ScriptRuns to) {
        if (order.startDate() == null) {
            return;
        }
        List<String> symbols = OrderNames.joint(order)
                ? order.strategies().stream()
                        .map(StrategyOrder::symbol)
                        .distinct()
                        .toList()
                : List.of(order.symbol());
        for (String symbol : symbols) {
            SeriesKey key = key(symbol, order.startDate(), OrderNames.joint(order) ? null : order.contract());
            try {
                Market market = source.get(key);
                to.history(market.contract().symbol(), flat(market.bars()));
            } catch (Problem e) {
                if (e.status() != 404 && e.status() != 422) {
                    throw e; // no bars there is an answer, no data service is none
                }
            }
        }
    }

    private static SeriesKey key(String symbol, String start, String contract) {
        boolean day = !start.contains("T");
        String from = day
                ? LocalDate.parse(start).minusDays(DAYS).toString()
                : Instant.parse(start).minus(Duration.ofDays(DAYS)).toString();
        String to = day ? LocalDate.parse(start).minusDays(1).toString() : start;
        return new SeriesKey(symbol, BarForm.of(Timeframe.parse("1m")), from, to, contract);
    }

    private static double[] flat(BarSeries bars) {
        double[] flat = new double[bars.size() * 6];
        for (int i = 0; i < bars.size(); i++) {
            flat[i * 6] = (double) bars.openTime(i);
            flat[i * 6 + 1] = bars.open(i);
            flat[i * 6 + 2] = bars.high(i);
            flat[i * 6 + 3] = bars.low(i);
            flat[i * 6 + 4] = bars.close(i);
            flat[i * 6 + 5] = bars.volume(i);
        }
        return flat;
    }
}
