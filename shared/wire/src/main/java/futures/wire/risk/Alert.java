package futures.wire.risk;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A limit that was passed, once for each breach.
 *
 * @param subject      what was checked: {@code portfolio} or {@code backtest}
 * @param subjectId    number of the portfolio, or id of the backtest
 * @param subjectName  name of the portfolio, or strategy and symbol of the backtest
 * @param value        in the limit's unit; of several days or weeks the worst; null when there is no equity to compare it with
 * @param period       trading day, week as {@code 2024-W10}, or the day of the peak before a drawdown, {@code start} before any; {@code now} for what is held; {@code run}
 *                     for the whole of a backtest
 * @param breaches     days, weeks or drawdowns that this alert is about
 * @param revision     of the limits that held
 * @param acknowledged when somebody said that it was seen; null before
 * @param note         what they said; null when nothing
 */
public record Alert(
        long id,
        Instant time,
        String subject,
        String subjectId,
        String subjectName,
        LimitRow limit,
        BigDecimal value,
        String period,
        int breaches,
        String message,
        long revision,
        Instant acknowledged,
        String note) {}
