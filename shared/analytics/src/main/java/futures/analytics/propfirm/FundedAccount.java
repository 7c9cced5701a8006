package futures.analytics.propfirm;

/** The account that follows a passed evaluation, and what it pays out at the ends of its days. */
public final class FundedAccount {
    private final Account account;
    private final PayoutRules rules;
    private int winningDays;
    private int tradedBefore;
    private long best;
    private long profit;
    private int count;
    private long paid;
    private long last;
    private long lastTaken;
    private long taken;

    public FundedAccount(AccountRules rules, PayoutRules payouts) {
        this.account = new Account(rules);
        this.rules = payouts;
    }

    /** Lives through a day, as {@link Account#day} has it, and takes out what it may. */
    public void day(DayPath path, int size, Account.Watch watch) {
        long opened = account.balance();
        account.day(path, size, watch);
        last = 0;
        lastTaken = 0;
        if (account.failure() != null) {
            return;
        }
        long made = account.balance() - opened;
        profit += made;
        best = Math.max(best, made);
        if (made > 0 && made >= rules.winningDay()) {
            winningDays++;
        }
        if (eligible()) {
            payOut(rules.amount(account.balance(), account.profit(), count));
        }
    }

    private boolean eligible() {
        return winningDays >= rules.winningDays()
                && account.tradedDays() - tradedBefore >= rules.minimumDays()
                && (rules.consistency() == 0 || new Consistency(rules.consistency(), false).holds(best, profit));
    }

    private void payOut(long amount) {
        if (amount == 0) {
            return;
        }
        account.pay(amount, rules.locks());
        lastTaken = amount;
        taken += amount;
        last = (long) (amount * rules.split());
        paid += last;
        count++;
        winningDays = 0;
        tradedBefore = account.tradedDays();
        best = 0;
        profit = 0;
    }

    public Account account() {
        return account;
    }

    /** Whether it made all the payouts that it makes. */
    public boolean complete() {
        return rules.count() > 0 && count >= rules.count();
    }

    public int payouts() {
        return count;
    }

    /** The trader's share of all payouts. */
    public long paid() {
        return paid;
    }

    /** The trader's share of what was paid at the end of the last day. */
    public long lastPaid() {
        return last;
    }

    /** What the last payout, at the end of the last day, took out of the account; 0 when there was none. */
    public long lastTaken() {
        return lastTaken;
    }

    /** What all payouts took out of the account. */
    public long taken() {
        return taken;
    }
}
