package futures.benchmarks;

import futures.model.Order;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.IntParameter;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;

/** The cross of two averages as most strategies are written: called, and asking, at every bar. */
public final class EveryBarCross extends Strategy {
    private final IntParameter fast = integer("fast_period", 10, 2, 1000, 1, "bars in the fast average");
    private final IntParameter slow = integer("slow_period", 20, 2, 1000, 1, "bars in the slow average");
    private Line quick;
    private Line calm;

    @Override
    protected void start(Setup setup) {
        quick = setup.sma(fast.value());
        calm = setup.sma(slow.value());
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        if (quick.crossesAbove(calm)) {
            broker.close();
            broker.send(Order.buy(1));
        } else if (quick.crossesBelow(calm)) {
            broker.close();
            broker.send(Order.sell(1));
        }
    }
}
