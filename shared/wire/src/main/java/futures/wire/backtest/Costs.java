package futures.wire.backtest;

import java.math.BigDecimal;

/**
 * What trading cost in all.
 *
 * @param slippage contained in the prices of the fills, not deducted again
 */
public record Costs(BigDecimal commission, BigDecimal fees, BigDecimal slippage, BigDecimal total, long contracts) {}
