package futures.wire.risk.prop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Days to evaluate or simulate in place of a stored backtest.
 *
 * @param initialCash equity before the first day
 * @param days        oldest first
 */
public record PropEquityBody(BigDecimal initialCash, List<Day> days) {
    /**
     * A day.
     *
     * @param equity    at the closes of its bars, in order; the last one is the day's end
     * @param contracts most that were held at once, micros as parts; null when it is not known
     */
    public record Day(LocalDate day, List<BigDecimal> equity, BigDecimal contracts) {}
}
