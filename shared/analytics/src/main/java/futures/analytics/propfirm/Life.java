package futures.analytics.propfirm;

/**
 * One trader's way with a plan on given days: evaluations until one is passed or no more is tried, then the funded account
 * until it fails, has paid all that it pays, or the days are over. Trading stops with the day on which an evaluation is
 * decided; the next account begins on the next day.
 */
final class Life {
    private final FirmPlan plan;
    private final int size;
    private final int attempts;

    /** Result of the first evaluation: passed, failed by a rule, or neither within the days looked at. */
    boolean passed;

    Failure failure;
    int decidedOn;

    long fees;
    long paid;
    int payouts;
    boolean funded;
    boolean fundedFailed;
    int used;

    Life(FirmPlan plan, int size, int attempts) {
        this.plan = plan;
        this.size = size;
        this.attempts = attempts;
    }

    /**
     * @param days     kinds of days
     * @param drawn    which of them come, in order
     * @param observed how many days the first evaluation is looked at
     */
    void live(DayPath[] days, int[] drawn, int observed) {
        Fees prices = plan.fees();
        fees = prices.evaluation();
        int day = 0;
        for (int attempt = 1; ; attempt++) {
            Account account = new Account(plan.evaluation());
            int begun = day;
            while (day < drawn.length && !account.decided()) {
                if (prices.monthly() && prices.beginsMonth(day - begun)) {
                    fees += prices.evaluation();
                }
                account.day(days[drawn[day++]], size, null);
            }
            if (attempt == 1 && account.decided() && account.days() <= observed) {
                passed = account.passed();
                failure = account.failure();
                decidedOn = account.days();
            }
            if (account.passed()) {
                used = attempt;
                beFunded(days, drawn, day);
                return;
            }
            if (day >= drawn.length || attempt == attempts) {
                used = attempt;
                return;
            }
            fees += prices.reset();
        }
    }

    private void beFunded(DayPath[] days, int[] drawn, int from) {
        funded = true;
        fees += plan.fees().activation() + plan.fees().fundedMonth();
        FundedAccount account = new FundedAccount(plan.funded(), plan.payouts());
        for (int day = from; day < drawn.length && !account.complete() && !fundedFailed; day++) {
            if (plan.fees().beginsMonth(day - from)) {
                fees += plan.fees().fundedMonth();
            }
            account.day(days[drawn[day]], size, null);
            fundedFailed = account.account().failure() != null;
        }
        paid = account.paid();
        payouts = account.payouts();
    }

    /** What the trader has of it. */
    long value() {
        return paid - fees;
    }
}
