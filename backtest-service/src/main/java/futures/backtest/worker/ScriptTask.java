package futures.backtest.worker;

import futures.backtest.strategy.KeptCode;
import futures.wire.backtest.BacktestOrder;
import java.util.List;

/**
 * What the process is told.
 *
 * @param order     complete
 * @param code      of its strategies, those that are shipped left out
 * @param directory where the result is left
 * @param home      of the installation
 * @param settings  every one as {@code key=value}
 */
record ScriptTask(
        String id, BacktestOrder order, List<KeptCode> code, String directory, String home, List<String> settings) {}
