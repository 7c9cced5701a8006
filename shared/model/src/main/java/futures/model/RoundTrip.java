package futures.model;

/**
 * Contracts that were opened by one order and closed by another.
 *
 * <p>An order that adds to a position makes a round trip of its own; one that closes takes the oldest contracts first,
 * except that the legs of a bracket close the contracts that they protect. A position that was carried into another dated
 * contract stays one round trip: it was entered in the first one and left in the last, and its gain is that of all of
 * them.
 *
 * @param number       1, 2, 3 … in the order of exits
 * @param entryTime    open time of the bar of entry, epoch milliseconds UTC
 * @param entryPrice   slippage included
 * @param exitTime     open time of the bar of exit, epoch milliseconds UTC
 * @param exitPrice    slippage included
 * @param ticks        gain per contract in ticks; negative for a loss
 * @param gross        gain before costs, in the account's currency
 * @param costs        commission and fees of both sides, and of rolls between them, not negative
 * @param net          gross less costs
 * @param maeTicks     furthest that price went against it, in ticks per contract, zero or negative
 * @param mfeTicks     furthest that price went its way, in ticks per contract, zero or positive
 * @param mae          {@code maeTicks} in money for all contracts
 * @param mfe          {@code mfeTicks} in money for all contracts
 * @param riskMultiple net divided by what the first protective stop put at risk (R); null when there was no stop
 * @param barsHeld     bars from entry to exit; 0 when both are in one bar
 * @param ambiguous    whether the bars leave open in which order its events happened
 */
public record RoundTrip(
        int number,
        String symbol,
        Side side,
        int contracts,
        int entryOrder,
        long entryTime,
        double entryPrice,
        FillRule entryRule,
        int exitOrder,
        long exitTime,
        double exitPrice,
        FillRule exitRule,
        ExitReason exitReason,
        long ticks,
        double gross,
        double costs,
        double net,
        long maeTicks,
        long mfeTicks,
        double mae,
        double mfe,
        Double riskMultiple,
        int barsHeld,
        boolean ambiguous) {

    /** The same with other prices, such as those of an adjusted series. */
    public RoundTrip at(double otherEntryPrice, double otherExitPrice) {
        return new RoundTrip(
                number,
                symbol,
                side,
                contracts,
                entryOrder,
                entryTime,
                otherEntryPrice,
                entryRule,
                exitOrder,
                exitTime,
                otherExitPrice,
                exitRule,
                exitReason,
                ticks,
                gross,
                costs,
                net,
                maeTicks,
                mfeTicks,
                mae,
                mfe,
                riskMultiple,
                barsHeld,
                ambiguous);
    }
}
