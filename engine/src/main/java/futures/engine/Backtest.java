package futures.engine;

import futures.model.BarSeries;
import futures.strategy.Strategy;

/** Runs a strategy on bars. */
public final class Backtest {
    /** Changes whenever the same request would give another result. */
    public static final String ENGINE_VERSION = "2";

    private Backtest() {}

    /**
     * Runs on the calling thread; any number of runs may go on at once.
     *
     * @throws IllegalArgumentException when the parameters are not the strategy's; the message says which and what is
     *     allowed
     * @throws StrategyFailed    when the strategy throws
     * @throws BacktestCancelled when the request's progress says so
     */
    public static BacktestResult run(BacktestRequest request) {
        Strategy strategy = request.strategy().get();
        strategy.configure(request.parameters());
        return new Simulation(request, strategy).run(manifest(request, strategy));
    }

    private static RunManifest manifest(BacktestRequest request, Strategy strategy) {
        BarSeries bars = request.market().bars();
        return new RunManifest(
                ENGINE_VERSION,
                strategy.name(),
                request.strategyHash(),
                strategy.values(),
                bars.symbol(),
                bars.form(),
                bars.openTime(0),
                bars.openTime(bars.size() - 1),
                bars.size(),
                request.market().dataHash(),
                request.market().contractHash(),
                request.market().calendarHash(),
                request.market().margins().hash(),
                request.market().finerHash(),
                request.market().rollsHash(),
                request.market().adjustment(),
                request.rates().hash(),
                request.initialCash(),
                request.costs(),
                request.fills(),
                request.seed(),
                request.limits(),
                request.market().modelIdentities(),
                System.getProperty("java.version"));
    }
}
