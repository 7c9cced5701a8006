package futures.wire.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The risk of a portfolio or backtest by its trading days. Money is in the account's currency; a fraction of 0.25 is 25 %.
 *
 * @param computed    when; figures change only with trades
 * @param from        first trading day; null when there is none
 * @param days        trading days from the first to the last, those without a result included
 * @param trades      closed round trips
 * @param netProfit   of all days, with what was open at the last one's close
 * @param metrics     by their names in {@code docs/metrics.md}, of daily P&amp;L over initial cash; null when undefined
 * @param undefined   why a metric is null, by its name
 * @param tail        losses that days exceed seldom; empty when there are fewer than 20 days
 * @param streaks     days one after the other; days of 0 end both kinds
 */
public record RiskFigures(
        String subject,
        String id,
        String name,
        Instant computed,
        LocalDate from,
        LocalDate to,
        int days,
        long trades,
        BigDecimal initialCash,
        BigDecimal equity,
        BigDecimal netProfit,
        Map<String, Double> metrics,
        Map<String, String> undefined,
        Fall drawdown,
        List<Tail> tail,
        Result worstDay,
        Result bestDay,
        Result worstWeek,
        Result bestWeek,
        Streaks streaks) {

    /**
     * By closes of trading days, the start included; amounts zero or negative.
     *
     * @param deepestPct    in percent of the peak
     * @param present       from the last peak to the end
     * @param longestDays   trading days from peak to recovery of the longest, or to the end
     * @param longestOpen   whether the longest has not recovered
     * @param everyBar      of a backtest the deepest marked at every bar's close; null for a portfolio
     * @param everyBarPct   the same in percent of the peak
     */
    public record Fall(
            BigDecimal deepest,
            BigDecimal deepestPct,
            BigDecimal present,
            BigDecimal presentPct,
            int longestDays,
            boolean longestOpen,
            BigDecimal everyBar,
            BigDecimal everyBarPct) {}

    /**
     * Historical, of daily P&amp;L; losses are positive.
     *
     * @param confidence        e.g. 0.95
     * @param valueAtRisk       minus the quantile, interpolated linearly (type 7 of Hyndman and Fan)
     * @param expectedShortfall mean loss of the worst share of the days, the last one weighed by its part (Acerbi and Tasche)
     */
    public record Tail(BigDecimal confidence, BigDecimal valueAtRisk, BigDecimal expectedShortfall) {}

    /** @param period day, or week as {@code 2024-W10} */
    public record Result(String period, BigDecimal profit) {}

    /** @param present days of gain (positive) or loss (negative) at the end; 0 when the last one was flat */
    public record Streaks(int longestWinning, int longestLosing, int present) {}
}
