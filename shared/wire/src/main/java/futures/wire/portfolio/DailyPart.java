package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The part of a portfolio's days that belongs to a strategy or symbol. A result that is open belongs to the strategy of its lots,
 * one that is closed to that of the round trip, a commission to that of the order.
 *
 * @param name       null for what has no strategy
 * @param days       oldest first
 * @param unrealized of what it held over the end of the last of them, at that day's closes; its profits have it
 */
public record DailyPart(String name, List<Day> days, BigDecimal unrealized) {
    /** @param profit change of cash and unrealised P&amp;L over the day, account currency */
    public record Day(LocalDate date, BigDecimal profit) {}
}
