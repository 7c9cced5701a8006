package futures.backtest.run;

import futures.engine.FillMode;
import futures.engine.Progress;

/** An order whose markets are there. */
interface Fetched {
    /** As which its bars are read. */
    FillMode mode();

    /**
     * On the calling thread.
     *
     * @throws futures.engine.StrategyFailed    when a strategy throws
     * @throws futures.engine.BacktestCancelled when the progress says so
     */
    Outcome run(Progress progress);

    /** Profit in the account's currency of the same run with its bars read in another way. */
    double profit(FillMode reading, Progress progress);
}
