package futures.backtest.run;

import futures.backtest.order.Prepared;
import futures.engine.FillMode;
import futures.engine.JointBacktest;
import futures.engine.JointRequest;
import futures.engine.Progress;

/** Of several strategies on one account. */
record FetchedJoint(Prepared<JointRequest> order) implements Fetched {
    @Override
    public FillMode mode() {
        return order.request().fills().mode();
    }

    @Override
    public Outcome run(Progress progress) {
        JointRequest request = order.request().withProgress(progress);
        return new JointOutcome(JointBacktest.run(request), request.markets(), order.warnings());
    }

    @Override
    public double profit(FillMode reading, Progress progress) {
        JointRequest request = order.request();
        return JointBacktest.run(
                        request.withFills(request.fills().withMode(reading)).withProgress(progress))
                .equity()
                .profit();
    }
}
