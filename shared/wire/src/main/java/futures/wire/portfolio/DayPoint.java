package futures.wire.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A portfolio at the end of a trading day.
 *
 * @param date       trading day of the exchange
 * @param realized   gross P&amp;L of what was closed that day
 * @param costs      commissions of the day's orders, and costs of the round trips of batches that ended that day
 * @param cash       at its end
 * @param unrealized of what is held over its end, at the day's closes
 * @param equity     {@code cash + unrealized}
 * @param drawdown   from the highest equity so far, the start included, zero or negative
 * @param margin     initial margin of what is held over its end, where it is known
 * @param unmarked   symbols that are held and have no close of the day or the week before it: an older one is taken, and without
 *     any they are not in {@code unrealized}; left out when there are none
 */
public record DayPoint(
        LocalDate date,
        BigDecimal realized,
        BigDecimal costs,
        BigDecimal cash,
        BigDecimal unrealized,
        BigDecimal equity,
        BigDecimal drawdown,
        BigDecimal margin,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unmarked) {}
