package futures.model;

/**
 * An execution.
 *
 * @param symbol        market in which it filled
 * @param orderId       the order that filled; orders are numbered by market
 * @param bar           index of the bar in which it filled
 * @param time          open time of that bar, or close time for a fill at its close, epoch milliseconds UTC; inside a bar no
 *                      finer time is known
 * @param price         what was paid or received, slippage included
 * @param slippageTicks ticks by which slippage made the price worse
 * @param ambiguous     whether the bar leaves open if and in which order this happened
 */
public record Fill(
        String symbol,
        int orderId,
        int bar,
        long time,
        Side side,
        int contracts,
        double price,
        int slippageTicks,
        FillRule rule,
        boolean ambiguous) {

    /** The same at another price, such as that of an adjusted series. */
    public Fill at(double otherPrice) {
        return new Fill(symbol, orderId, bar, time, side, contracts, otherPrice, slippageTicks, rule, ambiguous);
    }
}
