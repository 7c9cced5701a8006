package futures.wire.risk.prop;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A history replayed under a plan. What follows the day of the verdict is not replayed.
 *
 * @param account         evaluation or funded
 * @param size            multiple of the backtest's contracts
 * @param verdict         passed, failed or running
 * @param failedBy        max_loss, daily_loss, consistency, time or flatten_time; null unless failed
 * @param reason          one sentence
 * @param day             of the verdict; null while running
 * @param time            close of the bar of the verdict; null when the end of the day decided, or times are not known
 * @param profit          until the verdict, as the rules had it
 * @param historyProfit   of the whole history at that size, without any rule
 * @param requiredProfit  target, raised by the best day where the plan says so; null without a target
 * @param bestDayShare    of the profit; null without a profit
 * @param flattenedDays   days that the daily limit ended
 * @param flattenedProfit what these days made as they were ended, less what they would have made
 * @param paid            the trader's share of payouts; null in an evaluation
 * @param notes           what the answer leaves open
 */
public record PropEvaluation(
        String plan,
        String account,
        String backtestId,
        int size,
        String verdict,
        String failedBy,
        String reason,
        LocalDate day,
        Instant time,
        BigDecimal startBalance,
        BigDecimal balance,
        BigDecimal profit,
        BigDecimal historyProfit,
        BigDecimal target,
        BigDecimal requiredProfit,
        BigDecimal bestDay,
        BigDecimal bestDayShare,
        int historyDays,
        int daysReplayed,
        int tradedDays,
        int minimumDays,
        int flattenedDays,
        BigDecimal flattenedProfit,
        BigDecimal paid,
        PropContracts contracts,
        PropHeld held,
        List<PropDay> days,
        List<String> notes) {}
