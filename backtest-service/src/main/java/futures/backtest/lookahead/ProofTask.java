package futures.backtest.lookahead;

import futures.backtest.strategy.KeptCode;
import futures.wire.backtest.BacktestOrder;
import java.util.List;

/**
 * What the process is told to do.
 *
 * @param order    complete
 * @param code     of its strategy; none when it is a shipped one
 * @param home     of the installation
 * @param settings every one as {@code key=value}
 */
record ProofTask(BacktestOrder order, List<KeptCode> code, int points, long seed, String home, List<String> settings) {}
