package futures.analytics.propfirm;

/**
 * An account under its rules, from day to day. What is decided when:
 *
 * <ol>
 *   <li>At every point of a day the floor first follows what is new, then equity at or below it fails the account.
 *   <li>Equity at or below the day's beginning less the daily loss ends the day, at that equity, or fails the account. A low
 *       inside a trade that passed both limits met the higher one first, and is closed at it.
 *   <li>At the end of the day its profit counts for the best day and the floor follows the balance. Then the account has
 *       passed when target, consistency and days are met, or failed by consistency or time.
 * </ol>
 */
public final class Account {
    /** Looks at every point of a day. */
    @FunctionalInterface
    public interface Watch {
        /** @param floor that the equity was compared with */
        void point(int point, long equity, long floor);
    }

    private final AccountRules rules;
    private final LossFloor floor;
    private long balance;
    private long best;
    private int days;
    private int traded;
    private Failure failure;
    private boolean passed;
    private int stoppedAt;
    private int size;

    public Account(AccountRules rules) {
        this.rules = rules;
        this.floor = new LossFloor(rules.start(), rules.maxLoss(), rules.lock());
        this.balance = rules.start();
    }

    /**
     * Lives through a day.
     *
     * @param wanted multiple of the day's contracts; fewer where the contracts allowed are fewer
     * @param watch  null when nobody looks
     */
    public void day(DayPath path, int wanted, Watch watch) {
        size = path.traded() ? rules.contracts().allowed(wanted, path.contracts(), balance) : wanted;
        long opened = balance;
        stoppedAt = -1;
        if (watch == null && uneventful(path)) {
            if (followsPoints() && path.highest() != DayPath.NOTHING) {
                floor.see(opened + size * path.highest());
            }
            balance = opened + size * path.close();
        } else {
            walk(path, watch);
        }
        days++;
        if (path.traded() && size > 0) {
            traded++;
        }
        best = Math.max(best, balance - opened);
        if (failure == null) {
            if (rules.trail() == TrailBasis.END_OF_DAY) {
                floor.see(balance);
            }
            judge();
        }
    }

    private boolean followsPoints() {
        return rules.trail() == TrailBasis.INTRADAY_PEAK || rules.trail() == TrailBasis.REALISED;
    }

    /** Whether even the lowest point is above the highest floor of the day and the daily limit. */
    private boolean uneventful(DayPath path) {
        long lowest = balance + size * path.lowest();
        long highest = followsPoints() && path.highest() != DayPath.NOTHING
                ? floor.levelAfter(balance + size * path.highest())
                : floor.level();
        return lowest > highest && (rules.dailyLoss() == 0 || lowest > balance - rules.dailyLoss());
    }

    private void walk(DayPath path, Watch watch) {
        long opened = balance;
        long limit = rules.dailyLoss() == 0 ? Long.MIN_VALUE : opened - rules.dailyLoss();
        boolean follows = followsPoints();
        for (int i = 0; i < path.points(); i++) {
            if (follows && path.followed(i) != DayPath.NOTHING) {
                floor.see(opened + size * path.followed(i));
            }
            long equity = opened + size * path.equity(i);
            boolean limitFirst = path.within(i) && limit > floor.level();
            if (path.within(i)) {
                // On its way to the low it came to the higher limit first, and was closed there.
                equity = Math.max(equity, Math.max(limit, floor.level()));
            }
            if (watch != null) {
                watch.point(i, equity, floor.level());
            }
            balance = equity;
            if (!limitFirst && floor.breachedBy(equity)) {
                failure = Failure.MAX_LOSS;
                stoppedAt = i;
                return;
            }
            if (equity <= limit) {
                failure = rules.dailyLossFails() ? Failure.DAILY_LOSS : null;
                stoppedAt = i;
                return;
            }
        }
    }

    private void judge() {
        long profit = profit();
        if (rules.target() > 0 && profit >= rules.target() && traded >= rules.minimumDays()) {
            if (rules.consistency() == null || rules.consistency().holds(best, profit)) {
                passed = true;
            } else if (rules.consistency().fails()) {
                failure = Failure.CONSISTENCY;
            }
        }
        if (!passed && failure == null && rules.maximumDays() > 0 && days >= rules.maximumDays()) {
            failure = Failure.TIME;
        }
    }

    /** Takes money out; the floor does not fall with it. */
    void pay(long amount, boolean locks) {
        balance -= amount;
        if (locks) {
            floor.lockNow();
        }
    }

    public boolean passed() {
        return passed;
    }

    /** Null while it has not. */
    public Failure failure() {
        return failure;
    }

    public boolean decided() {
        return passed || failure != null;
    }

    public long balance() {
        return balance;
    }

    public long profit() {
        return balance - rules.start();
    }

    public long floor() {
        return floor.level();
    }

    /** Profit of the best day, zero when none made any. */
    public long bestDay() {
        return best;
    }

    public int days() {
        return days;
    }

    /** Days with trades. */
    public int tradedDays() {
        return traded;
    }

    /** The point of the last day at which it was stopped; −1 when it was not. */
    public int stoppedAt() {
        return stoppedAt;
    }

    /** The multiple of the contracts that the last day was traded with. */
    public int size() {
        return size;
    }

    /** What must be made to pass, by the best day so far; 0 when there is no target. */
    public double requiredProfit() {
        return rules.consistency() == null || rules.target() == 0
                ? rules.target()
                : rules.consistency().required(best, rules.target());
    }
}
