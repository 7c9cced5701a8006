package futures.backtest.optimize;

import futures.backtest.optimize.search.Fitness;
import futures.backtest.run.Ran;
import java.util.Map;

/** Where rows of a search go, and where those of an earlier process are. */
interface RowLog {
    /** What is known already of some numbers. */
    Map<Integer, Fitness> between(int first, int count);

    /** Takes a row, on any thread. */
    void add(long cell, Ran ran, Fitness fitness);

    /** All rows of a batch have been added. */
    void flush();
}
