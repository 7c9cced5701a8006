package futures.wire.backtest;

import java.math.BigDecimal;

/**
 * Between which profits the truth lies, given that bars do not say in which order their prices came: the run with every
 * doubtful bar read against the trader, and with every one read in favour. Open positions are in both.
 *
 * @param ambiguousBars bars inside which the order of events mattered and cannot be known
 */
public record Interval(BigDecimal pessimistic, BigDecimal optimistic, int ambiguousBars) {}
