package futures.backtest.verify;

import futures.backtest.strategy.KeptCode;
import futures.wire.backtest.BacktestOrder;
import java.util.List;

/**
 * What the process is told, as one line of JSON on its standard input. The input then stays open: its end ends the process.
 *
 * @param home     of the installation
 * @param settings every one as {@code key=value}; the token among them, which must not stand on a command line
 * @param code     of strategies as they were when the result was made; those that are not among them are shipped
 */
record Task(BacktestOrder order, String home, List<String> settings, List<KeptCode> code) {}
