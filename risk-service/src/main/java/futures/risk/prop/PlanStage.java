package futures.risk.prop;

import futures.analytics.propfirm.AccountRules;

/**
 * One of a plan's two accounts.
 *
 * @param rules     with the daily limit as it is in force
 * @param dailyLoss the limit's amount in millionths, also where it is off; 0 when the plan has none
 * @param action    what reaching it does
 */
record PlanStage(AccountRules rules, long dailyLoss, DailyLoss action) {
    static PlanStage of(AccountRules bare, long dailyLoss, DailyLoss action) {
        long limit = action == DailyLoss.OFF ? 0 : dailyLoss;
        return new PlanStage(bare.withDailyLoss(limit, action == DailyLoss.FAIL), dailyLoss, action);
    }

    /** With the limit switched; itself where the plan has no amount for one. */
    PlanStage with(DailyLoss other) {
        return dailyLoss == 0 ? this : of(rules, dailyLoss, other);
    }
}
