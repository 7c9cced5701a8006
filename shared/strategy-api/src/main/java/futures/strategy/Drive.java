package futures.strategy;

import futures.model.Fill;
import futures.model.RoundTrip;

/** The engine's hand on a strategy, whose own methods are not public so that a strategy shows no others than its own. */
public final class Drive {
    private final Strategy strategy;

    public Drive(Strategy strategy) {
        this.strategy = strategy;
    }

    public void start(Setup setup) {
        strategy.start(setup);
    }

    public void bar(Bars bars, Broker broker) {
        strategy.onBar(bars, broker);
    }

    public void fill(Fill fill) {
        strategy.onFill(fill);
    }

    public void roundTrip(RoundTrip trip) {
        strategy.onRoundTrip(trip);
    }
}
