package futures.backtest.worker;

import futures.backtest.strategy.KeptCode;
import java.util.List;
import java.util.Map;

/**
 * What the process that looks at a script is told.
 *
 * @param values   of the script's configuration
 * @param home     of the installation
 * @param settings every one as {@code key=value}
 */
record CheckTask(KeptCode code, Map<String, Object> values, String home, List<String> settings) {}
