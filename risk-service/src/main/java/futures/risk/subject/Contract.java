package futures.risk.subject;

import futures.model.TradingCalendar;
import java.math.BigDecimal;

/**
 * What is to be known of a contract.
 *
 * @param pointValue    money per contract for a move of 1.0; null when not known
 * @param initialMargin per contract; null when not known
 */
public record Contract(BigDecimal pointValue, BigDecimal initialMargin, TradingCalendar calendar) {
    /** Nobody knows it: its days are those of most futures, which end at 16:00 in Chicago. */
    static final Contract UNKNOWN = new Contract(null, null, TradingCalendar.CME_EQUITY);
}
