package futures.wire.backtest;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A position that was carried from one contract into the next. Money is in the account's currency.
 *
 * @param time       open of the first bar of the new contract
 * @param contracts  carried over: positive long, negative short
 * @param oldPrice   of the old contract at the roll
 * @param newPrice   of the new one at the same moment
 * @param closedAt   price of the closing leg, slippage included
 * @param reopenedAt price of the opening leg, slippage included
 * @param spread     new price less old price
 * @param costs      commission and fees of both legs
 * @param slippage   lost by both legs
 * @param profit     what the roll did to the account: costs and slippage, negative or zero
 * @param gap        what the spread would seem to have earned in a series that is not adjusted, and nobody did
 * @param strategy   of a joint run; null in a run of one strategy
 */
public record RollRow(
        String symbol,
        Instant time,
        String from,
        String to,
        int contracts,
        BigDecimal oldPrice,
        BigDecimal newPrice,
        BigDecimal closedAt,
        BigDecimal reopenedAt,
        BigDecimal spread,
        BigDecimal costs,
        BigDecimal slippage,
        BigDecimal profit,
        BigDecimal gap,
        String strategy) {}
