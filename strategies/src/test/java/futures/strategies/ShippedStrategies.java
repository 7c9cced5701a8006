package futures.strategies;

import futures.analytics.performance.Metric;
import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Market;
import futures.engine.Samples;
import futures.strategy.Strategy;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Prints a line for each shipped strategy: what it makes of 60,000 made-up bars, with its standard parameters. */
final class ShippedStrategies {
    private static final int BARS = 60_000;

    private ShippedStrategies() {}

    public static void main(String[] args) {
        System.out.print(results(market()));
    }

    static Market market() {
        return Market.of(Samples.walk(Samples.es(), BARS, 2024, 1.0, 60, true), Samples.es());
    }

    static String results(Market market) {
        return all().stream().map(strategy -> line(strategy, market)).collect(Collectors.joining("\n"));
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
