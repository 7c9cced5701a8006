package futures.wire.portfolio;

import java.math.BigDecimal;

/**
 * What of a position a strategy holds, by its open lots.
 *
 * @param strategyName  null for lots without a strategy
 * @param unrealizedPnl rounded to the cent once; null when there is no price
 */
public record StrategyShare(String strategyName, int quantity, BigDecimal unrealizedPnl) {}
