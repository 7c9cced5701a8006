package futures.backtest.worker;

import futures.backtest.strategy.KeptCode;
import futures.wire.backtest.BacktestOrder;
import java.util.List;

/**
 * What the process is told to do.
 *
 * @param order     complete
 * @param code      of its strategies, those that are shipped left out
 * @param directory where the result is left
 */
record ScriptTask(String id, BacktestOrder order, List<KeptCode> code, String directory) {}
