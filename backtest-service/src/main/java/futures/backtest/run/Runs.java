package futures.backtest.run;

import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderNames;
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
     * @throws futures.kit.http.Problem when a market cannot be had
     * @throws futures.engine.StrategyFailed    when a strategy throws
     * @throws futures.engine.BacktestCancelled when the progress says so
     */
    public Outcome run(BacktestOrder order, Runnable fetched, Progress progress) {
        if (OrderNames.joint(order)) {
            JointRequest request = requests.joint(order);
            fetched.run();
            return new JointOutcome(JointBacktest.run(request.withProgress(progress)), request.markets());
        }
        BacktestRequest request = requests.single(order);
        fetched.run();
        return new SingleOutcome(Backtest.run(request.withProgress(progress)), request.market());
    }
}
