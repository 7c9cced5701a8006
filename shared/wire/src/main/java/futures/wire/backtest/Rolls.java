package futures.wire.backtest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What rolling from contract to contract did in a run. Costs and slippage are part of those of the run and of its round trips;
 * they are shown apart here, not deducted again. Single rolls of positions are under {@code /rolls}.
 *
 * @param rolls     positions carried over
 * @param contracts carried over, long and short alike
 * @param costs     commission and fees
 * @param profit    what rolling did to the account: costs and slippage, negative or zero
 * @param gap       what the spreads would seem to have earned in a series that is not adjusted
 * @param calendars by market
 */
public record Rolls(
        int rolls,
        long contracts,
        BigDecimal costs,
        BigDecimal slippage,
        BigDecimal profit,
        BigDecimal gap,
        List<Calendar> calendars) {
    /**
     * The rolls between the bars of a market.
     *
     * @param adjustment what strategies saw of earlier contracts: {@code none}, {@code difference} or {@code ratio}
     * @param provenance how the calendar came about
     */
    public record Calendar(String symbol, String adjustment, String provenance, List<Change> changes) {}

    /** From {@code time} on the new contract counted. */
    public record Change(Instant time, String from, String to, BigDecimal oldPrice, BigDecimal newPrice) {}
}
