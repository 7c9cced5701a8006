package futures.backtest.sensitivity;

import futures.backtest.strategy.KeptCode;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.RollSensitivityOrder;
import java.util.List;

/**
 * What a process that compares a script is told.
 *
 * @param asked    which ways of rolling
 * @param order    complete
 * @param warnings of every run, about what only the service knows
 * @param code     of the strategy
 * @param home     of the installation
 * @param settings every one as {@code key=value}
 */
record RollTask(
        RollSensitivityOrder asked,
        BacktestOrder order,
        List<String> warnings,
        List<KeptCode> code,
        String home,
        List<String> settings) {}
