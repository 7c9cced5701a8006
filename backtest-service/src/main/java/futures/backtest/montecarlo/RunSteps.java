package futures.backtest.montecarlo;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.wire.backtest.BacktestOrder;
import java.util.Map;
import java.util.function.BiConsumer;

/** Makes runs one after the other, each of them a step of the whole. */
final class RunSteps {
    private final RunHost host;
    private final BiConsumer<Double, String> progress;
    private final int all;
    private int done;

    /** @param progress share of the whole, and what is being done; may throw to end a run */
    RunSteps(RunHost host, BiConsumer<Double, String> progress, int all) {
        this.host = host;
        this.progress = progress;
        this.all = all;
    }

    /** Goes on behind so many. */
    void behind(int steps) {
        done = steps;
    }

    /**
     * Figures of a run.
     *
     * @throws futures.engine.StrategyFailed when the strategy fails
     */
    Map<Metric, Measure> run(BacktestOrder order, BacktestRequest request, String what) {
        host.before(order, request.market());
        double from = (double) done / all;
        progress.accept(from, what);
        try {
            return Backtest.run(request.withProgress((bar, bars) -> {
                        progress.accept(from + (double) bar / Math.max(1, bars) / all, what);
                        return true;
                    }))
                    .metrics();
        } finally {
            done++;
            host.after();
        }
    }
}
