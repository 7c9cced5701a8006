package futures.wire.backtest;

import java.util.List;

/**
 * How much of the account the positions of a run bound, at the closes of its bars. Money is in the account's currency.
 *
 * @param bars   bars of the run (moments at which bars closed, of a joint run); more than there are points when they were thinned
 *               out
 * @param peak   the bar with the highest share of all bars; null when no margin was ever bound
 * @param points oldest first; thinning keeps the bar with the highest share and the last bar of each stretch
 */
public record MarginUse(int bars, MarginPoint peak, List<MarginPoint> points) {}
