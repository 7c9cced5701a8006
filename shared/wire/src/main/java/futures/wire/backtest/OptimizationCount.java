package futures.wire.backtest;

import java.util.List;
import java.util.Map;

/**
 * How much an optimization would be.
 *
 * @param combinations that would run
 * @param leftOut      of the grid, because they do not meet the strategy's conditions; null where that is not counted
 * @param cells        of the space, those that do not meet conditions too
 * @param timed        combinations that were run to estimate the time
 * @param perSecond    combinations a second, as those went
 * @param seconds      that the whole would take
 * @param spaces       values to try by parameter
 */
public record OptimizationCount(
        String strategyName,
        String symbol,
        String method,
        long combinations,
        Long leftOut,
        long cells,
        int timed,
        double perSecond,
        double seconds,
        List<String> conditions,
        Map<String, List<Object>> spaces) {}
