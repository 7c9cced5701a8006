package futures.backtest;

import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;

/** Needs more memory than a small process has. */
public final class Vast extends Strategy {
    private static final int BYTES = 100_000_000;

    private byte[] memory;

    @Override
    protected void start(Setup setup) {
        memory = new byte[BYTES];
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        memory[bars.count()]++;
    }
}
