package futures.backtest;

import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.IntParameter;
import futures.strategy.Setup;
import futures.strategy.Strategy;

/** Writes into the log of the run. */
public final class Talkative extends Strategy {
    private final IntParameter every = integer("every", 1, 1, 1000, 1, "bars between two lines");

    @Override
    protected void start(Setup setup) {
        log("every " + every.value());
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        if (bars.count() % every.value() == 0) {
            log("bar " + bars.count() + ", \"close\" " + bars.close());
        }
    }
}
