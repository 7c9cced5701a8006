package futures.wire.backtest;

import java.util.Map;

/**
 * A strategy's part in a joint run.
 *
 * @param name         its name in this run, unlike all others in it; null: the strategy's own
 * @param strategyName which strategy it is
 * @param symbol       the market whose bars it is called for
 * @param parameters   by name; those not named keep what the strategy's YAML or declaration says
 */
public record StrategyOrder(String name, String strategyName, String symbol, Map<String, Object> parameters) {}
