package futures.engine;

/**
 * What trading cost in total, in the account's currency, not negative.
 *
 * @param commission paid to the broker
 * @param fees       paid to the exchange
 * @param slippage   lost to fills worse than their price; contained in the prices of the fills, not deducted again
 */
public record CostBreakdown(double commission, double fees, double slippage, long contracts) {
    public double total() {
        return commission + fees + slippage;
    }
}
