package futures.analytics.propfirm;

import java.util.List;

/**
 * When and how much a funded account pays. It is asked at the end of every day for as much as it gives. Money in millionths.
 *
 * @param winningDays   days of at least {@code winningDay} since the last payout, or the beginning
 * @param winningDay    profit of such a day
 * @param minimumDays   days with trades since then
 * @param consistency   largest share of the best day in the profit since then; 0 when any will do
 * @param least         smallest payout
 * @param shareOfProfit share of the profit that is in the account that may be paid, above 0 and at most 1
 * @param most          largest payout, the first, the second … and the last for all that follow; empty when there is no such limit
 * @param keep          balance that a payout leaves at least
 * @param count         payouts after which the account is closed; 0 when it never is
 * @param split         share of a payout that is the trader's
 * @param locks         whether the floor rises to its lock with the first payout
 */
public record PayoutRules(
        int winningDays,
        long winningDay,
        int minimumDays,
        double consistency,
        long least,
        double shareOfProfit,
        List<Long> most,
        long keep,
        int count,
        double split,
        boolean locks) {
    public PayoutRules {
        most = List.copyOf(most);
        if (!(shareOfProfit > 0 && shareOfProfit <= 1) || !(split >= 0 && split <= 1)) {
            throw new IllegalArgumentException("shares are above 0 and at most 1");
        }
    }

    /** What may be paid by balance, profit and number of payouts so far; 0 when it is less than the smallest. */
    long amount(long balance, long profit, int paid) {
        long amount = Math.min((long) (shareOfProfit * profit), balance - keep);
        if (!most.isEmpty()) {
            amount = Math.min(amount, most.get(Math.min(paid, most.size() - 1)));
        }
        return amount > 0 && amount >= least ? amount : 0;
    }
}
