package futures.backtest.run;

import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderNames;
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
     * @throws futures.kit.http.Problem when a market or rates cannot be had
     * @throws futures.engine.StrategyFailed    when a strategy throws
     * @throws futures.engine.BacktestCancelled when the progress says so
     */
    public Outcome run(BacktestOrder order, Progress progress) {
        return fetch(order).run(progress);
    }

    /**
     * @param order complete
     * @throws futures.kit.http.Problem when a market or rates cannot be had
     */
    Fetched fetch(BacktestOrder order) {
        return OrderNames.joint(order)
                ? new FetchedJoint(requests.joint(order))
                : new FetchedSingle(requests.single(order));
    }
}
