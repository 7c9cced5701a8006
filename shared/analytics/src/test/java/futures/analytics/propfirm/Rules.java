package futures.analytics.propfirm;

/** Rules and days for tests, in dollars. */
final class Rules {
    static final long DOLLAR = 1_000_000;

    private Rules() {}

    static long dollars(double amount) {
        return Math.round(amount * DOLLAR);
    }

    /** A start of 50,000 and nothing but a maximum loss. */
    static AccountRules of(TrailBasis trail, long maxLoss, Long lock) {
        return new AccountRules(
                dollars(50_000),
                maxLoss * DOLLAR,
                trail,
                lock == null ? AccountRules.NO_LOCK : lock * DOLLAR,
                0,
                false,
                0,
                null,
                0,
                0,
                ContractSteps.NONE);
    }

    /** With a target. */
    static AccountRules passing(AccountRules rules, long target, Consistency consistency, int minimumDays) {
        return new AccountRules(
                rules.start(),
                rules.maxLoss(),
                rules.trail(),
                rules.lock(),
                rules.dailyLoss(),
                rules.dailyLossFails(),
                target * DOLLAR,
                consistency,
                minimumDays,
                rules.maximumDays(),
                rules.contracts());
    }

    /** A day of an account by its equity. */
    static DayPath closes(Account account, long... equity) {
        long[] relative = new long[equity.length];
        for (int i = 0; i < equity.length; i++) {
            relative[i] = equity[i] * DOLLAR - account.balance();
        }
        return DayPath.ofCloses(relative, 1, true);
    }

    /** A day by its profits in dollars at its points. */
    static DayPath profits(long... profits) {
        long[] relative = new long[profits.length];
        for (int i = 0; i < profits.length; i++) {
            relative[i] = profits[i] * DOLLAR;
        }
        return DayPath.ofCloses(relative, 1, true);
    }

    static FirmPlan plan(AccountRules evaluation, AccountRules funded) {
        return new FirmPlan(
                evaluation,
                funded,
                new Fees(dollars(50), true, 5, dollars(40), dollars(100), 0),
                new PayoutRules(
                        2, dollars(50), 0, 0, dollars(100), 0.5, java.util.List.of(dollars(900)), 0, 0, 0.9, true));
    }
}
