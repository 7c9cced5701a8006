package futures.engine;

/**
 * How orders meet bars, where there is a choice.
 *
 * @param limitsNeedThrough  a limit fills when price trades a tick through it; otherwise when it is touched
 * @param roundOffGridPrices order prices off the tick grid are rounded to the tick that is worse for the trader;
 *                           otherwise such an order is refused
 * @param capSlippage        slippage ends at the bar's high or low; otherwise it may go beyond
 * @param checkMargin        an order that the contract's initial margin does not allow is refused
 */
public record FillSettings(
        boolean limitsNeedThrough, boolean roundOffGridPrices, boolean capSlippage, boolean checkMargin) {
    public static final FillSettings STANDARD = new FillSettings(true, false, true, true);
}
