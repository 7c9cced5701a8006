package futures.backtest.worker;

import futures.backtest.strategy.KeptCode;
import futures.wire.backtest.BacktestOrder;
import java.util.List;
import java.util.Map;

/**
 * What a process that runs combinations is told.
 *
 * @param order        complete; its parameters are those that stay
 * @param code         of its strategy
 * @param combinations to run
 * @param threads      at once
 * @param home         of the installation
 * @param settings     every one as {@code key=value}
 */
record SweepTask(
        BacktestOrder order,
        List<KeptCode> code,
        List<Combination> combinations,
        int threads,
        String home,
        List<String> settings) {
    /** @param number in the grid */
    record Combination(int number, Map<String, Object> parameters) {}

    SweepTask of(List<Combination> some, int atOnce) {
        return new SweepTask(order, code, some, atOnce, home, settings);
    }
}
