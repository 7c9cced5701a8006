package futures.wire.backtest;

import java.util.Map;

/**
 * A strategy's part in a joint run.
 *
 * @param name         its name in this run, unlike all others in it; null: the bot's, or the strategy's own
 * @param strategyName which strategy it is
 * @param symbol       the market whose bars it is called for
 * @param parameters   by name; those not named keep what the strategy's YAML or declaration says
 * @param bot          configuration of the live bot, as in an order of one strategy. It gives strategy, symbol and parameters
 *                     that are not said here
 * @param botHash      set by the service: which configuration that was
 */
public record StrategyOrder(
        String name, String strategyName, String symbol, Map<String, Object> parameters, String bot, String botHash) {}
