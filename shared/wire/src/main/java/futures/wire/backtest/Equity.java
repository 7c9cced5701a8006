package futures.wire.backtest;

import java.math.BigDecimal;
import java.util.List;

/**
 * Equity over a run.
 *
 * @param bars   bars of the run; more than there are points when it was thinned out
 * @param points oldest first; thinning keeps the lowest, the highest and the last of each stretch
 */
public record Equity(BigDecimal initialCash, int bars, List<EquityPoint> points) {}
