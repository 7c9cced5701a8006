package futures.backtest.strategy;

import futures.strategy.Strategy;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A strategy that is ready to run.
 *
 * @param contentHash identity of its code
 * @param standards   parameter values of its YAML file; a run's own are stronger
 * @param error       what is wrong with its YAML file when there is no last good one; null otherwise
 * @param warning     that it is not what the file says now, because the file has an error; null when it is
 */
public record LoadedStrategy(
        String name,
        Supplier<? extends Strategy> maker,
        String contentHash,
        Map<String, Object> standards,
        String error,
        String warning) {}
