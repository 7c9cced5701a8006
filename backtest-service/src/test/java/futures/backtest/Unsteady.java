package futures.backtest;

import futures.model.Order;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.UUID;

/** Goes by something that is in no manifest: every run is another one. */
public final class Unsteady extends Strategy {
    private final String label = UUID.randomUUID().toString();

    @Override
    protected void start(Setup setup) {
        System.out.println("what a strategy prints must not get into the answer");
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        if (broker.flat()) {
            broker.send(Order.buy(1).tagged(label));
        }
    }
}
