package futures.portfolio.market;

import futures.model.SessionHours;
import futures.model.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;

/**
 * What the data service knows of a contract.
 *
 * @param product      symbol of the spec, e.g. {@code ES} for {@code ESZ24}
 * @param pointValue   money per contract for a move of 1.0
 * @param commission   money per contract and side, to the broker; null when not known
 * @param exchangeFees money per contract and side; null when not known
 * @param margins      initial margins by the trading day from which they hold; empty when they do not depend on the day
 * @param margin       initial margin on all other days; null when not known
 * @param regular      when the market is busy, within one date; null when not known
 */
public record Market(
        String product,
        BigDecimal pointValue,
        BigDecimal tickSize,
        BigDecimal commission,
        BigDecimal exchangeFees,
        NavigableMap<LocalDate, BigDecimal> margins,
        BigDecimal margin,
        TradingCalendar calendar,
        SessionHours regular) {

    /** Initial margin of a contract on a trading day; null when it is not known for that day. */
    public BigDecimal marginOn(LocalDate day) {
        if (margins.isEmpty()) {
            return margin;
        }
        Map.Entry<LocalDate, BigDecimal> since = margins.floorEntry(day);
        return since == null ? null : since.getValue();
    }

    /** The trading day to which an instant belongs. */
    public LocalDate day(long epochMillis) {
        return calendar.tradingDay(epochMillis);
    }
}
