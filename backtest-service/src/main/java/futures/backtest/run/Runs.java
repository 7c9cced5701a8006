package futures.backtest.run;

import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderNames;
import futures.backtest.order.Prepared;
import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.JointBacktest;
import futures.engine.JointRequest;
import futures.engine.Progress;
import futures.wire.backtest.BacktestOrder;

/** Carries an order out: fetches its markets, then runs the engine on the calling thread. */
public final class Runs {
    private final EngineRequests requests;

    public Runs(EngineRequests requests) {
        this.requests = requests;
    }

    /**
     * @param order   complete
     * @param fetched run when the markets are there
     * @throws futures.kit.http.Problem when a market or rates cannot be had
     * @throws futures.engine.StrategyFailed    when a strategy throws
     * @throws futures.engine.BacktestCancelled when the progress says so
     */
    public Outcome run(BacktestOrder order, Runnable fetched, Progress progress) {
        if (OrderNames.joint(order)) {
            Prepared<JointRequest> joint = requests.joint(order);
            fetched.run();
            JointRequest request = joint.request().withProgress(progress);
            return new JointOutcome(JointBacktest.run(request), request.markets(), joint.warnings());
        }
        Prepared<BacktestRequest> single = requests.single(order);
        fetched.run();
        BacktestRequest request = single.request().withProgress(progress);
        return new SingleOutcome(Backtest.run(request), request.market(), single.currency(), single.warnings());
    }
}
