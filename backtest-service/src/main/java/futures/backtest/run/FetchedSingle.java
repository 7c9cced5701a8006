package futures.backtest.run;

import futures.backtest.order.Prepared;
import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.FillMode;
import futures.engine.Progress;

/** Of one strategy on one market. */
record FetchedSingle(Prepared<BacktestRequest> order) implements Fetched {
    @Override
    public FillMode mode() {
        return order.request().fills().mode();
    }

    @Override
    public Outcome run(Progress progress) {
        BacktestRequest request = order.request().withProgress(progress);
        return new SingleOutcome(Backtest.run(request), request.market(), order.currency(), order.warnings());
    }

    @Override
    public double profit(FillMode reading, Progress progress) {
        BacktestRequest request = order.request();
        return Backtest.run(request.withFills(request.fills().withMode(reading)).withProgress(progress))
                .equity()
                .profit();
    }
}
