package futures.strategies;

import futures.analytics.performance.Metric;
import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Market;
import futures.engine.Samples;
import futures.model.BarSeries;
import futures.strategy.Strategy;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints a line for each shipped strategy: what it makes, with its standard parameters, of 60,000 made-up minutes, or of a year of
 * made-up trading days in bars of five minutes if it goes by the parts of a day.
 */
final class ShippedStrategies {
    private static final int BARS = 60_000;
    private static final int DAYS = 250;
    private static final Set<String> BY_DAY = Set.of("OpeningRangeBreakout", "PreviousDayLevels", "VwapReversion");

    /** The bars of both kinds. */
    record Markets(Market minutes, Market days) {
        Market of(String strategy) {
            return BY_DAY.contains(strategy) ? days : minutes;
        }
    }

    private ShippedStrategies() {}

    public static void main(String[] args) {
        System.out.print(results(markets()));
    }

    static Markets markets() {
        BarSeries minutes = Samples.walk(Samples.es(), BARS, 2024, 1.0, 60, true);
        BarSeries days = MadeDays.walk(DAYS, 5, 2024);
        return new Markets(
                Market.of(minutes, Samples.es()).withModels(List.of(MadePredictions.of(minutes))),
                Market.of(days, Course.ES).withModels(List.of(MadePredictions.of(days))));
    }

    static String results(Markets markets) {
        return all().stream()
                .map(strategy -> line(strategy, markets.of(strategy.get().name())))
                .collect(Collectors.joining("\n"));
    }

    /** As the services find them, by name. */
    static List<ServiceLoader.Provider<Strategy>> all() {
        return ServiceLoader.load(Strategy.class).stream()
                .sorted(Comparator.comparing(provider -> provider.get().name()))
                .toList();
    }

    private static String line(ServiceLoader.Provider<Strategy> provider, Market market) {
        BacktestResult result =
                Backtest.run(BacktestRequest.of(provider, market).withSeed(1));
        return provider.get().name()
                + " orders=" + result.orders().size()
                + " fills=" + result.fills().size()
                + " " + figures(result, Metric.TRADES, Metric.WINS, Metric.AMBIGUOUS_TRADES)
                + " " + figures(result, Metric.NET_PROFIT, Metric.MAX_DRAWDOWN, Metric.SHARPE)
                + " hash=" + result.hash();
    }

    private static String figures(BacktestResult result, Metric... some) {
        return List.of(some).stream()
                .map(metric -> metric.key() + "=" + result.metrics().get(metric))
                .collect(Collectors.joining(" "));
    }
}
