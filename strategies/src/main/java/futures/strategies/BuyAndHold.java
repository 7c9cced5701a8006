package futures.strategies;

import futures.model.Order;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.IntParameter;
import futures.strategy.Setup;
import futures.strategy.Strategy;

/**
 * Buys at the first bar and holds to the end: what any other strategy on the same bars is measured against. Its position is open
 * after the last bar, so that its gain is open profit and no round trip; on a series of contracts it is carried over the rolls.
 *
 * <p>Source: Burton Malkiel, <i>A Random Walk Down Wall Street</i>, 1973, makes the case for the benchmark.
 */
public final class BuyAndHold extends Strategy {
    private final IntParameter contracts = integer("contracts", 1, 1, 1000, 1, "contracts that are held");

    @Override
    public String description() {
        return "Buys at the first bar and holds: the benchmark";
    }

    @Override
    protected void start(Setup setup) {}

    @Override
    protected void onBar(Bars bars, Broker broker) {
        if (bars.count() == 1) {
            broker.send(Order.buy(contracts.value()));
        }
    }
}
