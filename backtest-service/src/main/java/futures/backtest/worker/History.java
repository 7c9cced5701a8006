package futures.backtest.worker;

import futures.backtest.order.OrderNames;
import futures.backtest.series.MarketSource;
import futures.engine.Market;
import futures.javascript.BarsBefore;
import futures.kit.http.Problem;
import futures.marketdata.SeriesKey;
import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.bars.BarForm;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.StrategyOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Minutes before the start of a run, for scripts that ask for them; none when the run begins with the first bars there are. */
public final class History implements BarsBefore {
    private static final int FIELDS = 6;

    private final MarketSource source;
    private final BacktestOrder order;
    /** Runs of a sweep ask for the same again and again. */
    private final Map<String, double[]> known = new ConcurrentHashMap<>();

    /** @param order complete */
    public History(MarketSource source, BacktestOrder order) {
        this.source = source;
        this.order = order;
    }

    @Override
    public double[] bars(String symbol, int days) {
        return known.computeIfAbsent(days + symbol, key -> fetched(symbol, days));
    }

    private double[] fetched(String symbol, int days) {
        if (order.startDate() == null) {
            return new double[0];
        }
        if (!OrderNames.joint(order)) {
            return bars(order.symbol(), order.contract(), days)
                    .map(market -> flat(market.bars()))
                    .orElseGet(() -> new double[0]);
        }
        return order.strategies().stream()
                .map(StrategyOrder::symbol)
                .distinct()
                .flatMap(series -> bars(series, null, days).stream())
                .filter(market -> market.contract().symbol().equals(symbol))
                .findFirst()
                .map(market -> flat(market.bars()))
                .orElseGet(() -> new double[0]);
    }

    private Optional<Market> bars(String series, String contract, int days) {
        String start = order.startDate();
        boolean day = !start.contains("T");
        String from = day
                ? LocalDate.parse(start).minusDays(days).toString()
                : Instant.parse(start).minus(Duration.ofDays(days)).toString();
        String to = day ? LocalDate.parse(start).minusDays(1).toString() : start;
        try {
            return Optional.of(
                    source.get(new SeriesKey(series, BarForm.of(Timeframe.parse("1m")), from, to, contract)));
        } catch (Problem e) {
            if (e.status() == 404 || e.status() == 422) {
                return Optional.empty(); // no bars there is an answer, no data service is none
            }
            throw e;
        }
    }

    private static double[] flat(BarSeries bars) {
        double[] flat = new double[bars.size() * FIELDS];
        for (int i = 0; i < bars.size(); i++) {
            flat[i * FIELDS] = (double) bars.openTime(i);
            flat[i * FIELDS + 1] = bars.open(i);
            flat[i * FIELDS + 2] = bars.high(i);
            flat[i * FIELDS + 3] = bars.low(i);
            flat[i * FIELDS + 4] = bars.close(i);
            flat[i * FIELDS + 5] = bars.volume(i);
        }
        return flat;
    }
}
