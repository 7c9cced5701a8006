package futures.wire.backtest;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Equity at a bar's close.
 *
 * @param time     the bar's close
 * @param drawdown equity less its highest so far, zero or negative
 */
public record EquityPoint(Instant time, BigDecimal equity, BigDecimal drawdown) {}
