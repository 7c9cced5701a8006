package futures.wire.risk.prop;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A day of a replayed account.
 *
 * @param low            lowest equity that the bars and trades show
 * @param balance        at its end, payouts taken out
 * @param floor          at its end, for the next day
 * @param toFloor        smallest distance of equity to the floor during the day; zero or negative where it failed
 * @param toDailyLoss    of the low to the daily limit; null when there is none
 * @param toTarget       profit that is missing at its end; null without a target
 * @param bestDayShare   of the profit so far; null without a profit
 * @param contracts      most that were held at once, micros as parts, at that size; null when not known
 * @param allowed        most that the plan allows that day; null without a limit
 * @param flattened      whether the daily limit ended it
 * @param paid           the trader's share of what was paid at its end
 */
public record PropDay(
        LocalDate day,
        BigDecimal open,
        BigDecimal low,
        BigDecimal profit,
        BigDecimal balance,
        BigDecimal floor,
        BigDecimal toFloor,
        BigDecimal toDailyLoss,
        BigDecimal toTarget,
        BigDecimal bestDayShare,
        BigDecimal contracts,
        BigDecimal allowed,
        boolean flattened,
        BigDecimal paid) {}
