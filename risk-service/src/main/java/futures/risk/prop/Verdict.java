package futures.risk.prop;

import futures.analytics.propfirm.Account;
import futures.analytics.propfirm.AccountRules;
import futures.analytics.propfirm.FundedAccount;
import java.math.BigDecimal;

/**
 * What became of an account, in a word and a sentence.
 *
 * @param name     passed, failed or running
 * @param failedBy null unless failed
 */
record Verdict(String name, String failedBy, String reason) {

    /**
     * @param funded null in an evaluation
     * @param held   what was held past the flatten time and failed it; null when nothing did
     */
    static Verdict of(Account account, FundedAccount funded, HeldTrips.Held held, AccountRules rules) {
        if (account.failure() != null) {
            String reason = switch (account.failure()) {
                case MAX_LOSS ->
                    "Equity of " + money(account.balance()) + " is not above the floor of " + money(account.floor())
                            + ".";
                case DAILY_LOSS -> "The day lost " + money(rules.dailyLoss()) + " or more.";
                case CONSISTENCY ->
                    "The target was reached, but the best day made " + money(account.bestDay()) + " of "
                            + money(account.profit()) + ".";
                case TIME -> "The target was not reached in " + rules.maximumDays() + " trading days.";
            };
            return new Verdict("failed", PlanAnswers.lower(account.failure()), reason);
        }
        if (held != null) {
            return new Verdict(
                    "failed",
                    "flatten_time",
                    "A position in " + held.trip().symbol() + " was held past the flatten time.");
        }
        if (account.passed()) {
            return new Verdict(
                    "passed",
                    null,
                    "A profit of " + money(account.profit()) + " after " + account.tradedDays() + " days with trades.");
        }
        if (funded != null) {
            return funded.complete()
                    ? new Verdict("passed", null, "All " + funded.payouts() + " payouts of the account were made.")
                    : new Verdict(
                            "running", null, "It had not failed by the last day; payouts: " + funded.payouts() + ".");
        }
        return new Verdict("running", null, missing(account, rules));
    }

    private static String missing(Account account, AccountRules rules) {
        double profit = account.requiredProfit() - account.profit();
        return profit > 0
                ? "By the last day " + Millionths.money(profit) + " of the profit asked for was missing."
                : "The profit is made, but only on " + account.tradedDays() + " of " + rules.minimumDays()
                        + " days with trades.";
    }

    private static BigDecimal money(long millionths) {
        return Millionths.money(millionths);
    }
}
