package futures.analytics.propfirm;

/**
 * The rules of one account. Money in millionths.
 *
 * @param start          balance at the beginning
 * @param maxLoss        how far the floor lies below what it follows, above zero
 * @param trail          what the floor follows
 * @param lock           the floor never rises above it; {@link #NO_LOCK} when it may
 * @param dailyLoss      loss of a day, from its beginning, at which the day ends; 0 when there is no such limit
 * @param dailyLossFails whether reaching it fails the account; otherwise it is flat for the rest of the day
 * @param target         profit that passes; 0 when there is none to reach
 * @param consistency    of the profit; null when any day may make all of it
 * @param minimumDays    days with trades before it can pass
 * @param maximumDays    days after which it fails unless it has passed; 0 when there is no end
 * @param contracts      that may be held at once
 */
public record AccountRules(
        long start,
        long maxLoss,
        TrailBasis trail,
        long lock,
        long dailyLoss,
        boolean dailyLossFails,
        long target,
        Consistency consistency,
        int minimumDays,
        int maximumDays,
        ContractSteps contracts) {
    public static final long NO_LOCK = Long.MAX_VALUE;

    public AccountRules {
        if (maxLoss <= 0 || dailyLoss < 0 || target < 0 || minimumDays < 0 || maximumDays < 0) {
            throw new IllegalArgumentException("limits must not be negative, and the maximum loss must be above zero");
        }
        if (lock < start - maxLoss) {
            throw new IllegalArgumentException("the floor begins above the level at which it is locked");
        }
    }

    /** The same with another daily limit. */
    public AccountRules withDailyLoss(long loss, boolean fails) {
        return new AccountRules(
                start, maxLoss, trail, lock, loss, fails, target, consistency, minimumDays, maximumDays, contracts);
    }

    /** The same with other contracts allowed. */
    public AccountRules withContracts(ContractSteps allowed) {
        return new AccountRules(
                start,
                maxLoss,
                trail,
                lock,
                dailyLoss,
                dailyLossFails,
                target,
                consistency,
                minimumDays,
                maximumDays,
                allowed);
    }
}
