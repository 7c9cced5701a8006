package futures.engine;

/**
 * A position that was carried into the next contract: closed in the old one and opened again in the new one, both at the
 * moment of the roll. Money is in the account's currency.
 *
 * @param bar        index of the first bar of the new contract
 * @param time       open time of that bar, epoch milliseconds UTC
 * @param contracts  carried over: positive long, negative short
 * @param oldPrice   of the old contract at the roll
 * @param newPrice   of the new one
 * @param closedAt   price of the closing leg, slippage included
 * @param reopenedAt price of the opening leg, slippage included
 * @param spread     new price less old price
 * @param costs      commission and fees of both legs, not negative
 * @param slippage   lost by both legs, not negative
 * @param profit     what the roll did to the account: costs and slippage, negative or zero
 * @param gap        what the spread would seem to have earned in a series that is not adjusted, and nobody did
 */
public record RollTrade(
        String symbol,
        int bar,
        long time,
        String from,
        String to,
        int contracts,
        double oldPrice,
        double newPrice,
        double closedAt,
        double reopenedAt,
        double spread,
        double costs,
        double slippage,
        double profit,
        double gap) {}
