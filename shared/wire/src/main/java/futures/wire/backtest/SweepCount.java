package futures.wire.backtest;

import java.util.List;
import java.util.Map;

/**
 * How much a sweep would be.
 *
 * @param combinations that would run
 * @param leftOut      of the grid, because they do not meet the strategy's conditions
 * @param spaces       values to try by parameter, in the order in which the grid counts; the last changes fastest
 */
public record SweepCount(
        String strategyName,
        String symbol,
        int combinations,
        int leftOut,
        List<String> conditions,
        Map<String, List<Object>> spaces) {}
