package futures.backtest.montecarlo;

import futures.engine.Market;
import futures.wire.backtest.BacktestOrder;

/** What the place where runs are made does around each of them. */
interface RunHost {
    /** Strategies in Java need nothing. */
    RunHost PLAIN = new RunHost() {
        @Override
        public void before(BacktestOrder order, Market market) {}

        @Override
        public void after() {}
    };

    /**
     * @param order  of the run
     * @param market that it will walk, whose prices may be others than those in the store
     */
    void before(BacktestOrder order, Market market);

    /** After a run, one that failed too. */
    void after();
}
