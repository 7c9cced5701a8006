package futures.analytics.propfirm;

/** The equity at or below which an account has failed: so far below the highest that it has seen, never falling. */
public final class LossFloor {
    private final long maxLoss;
    private final long lock;
    private long level;

    public LossFloor(long start, long maxLoss, long lock) {
        this.maxLoss = maxLoss;
        this.lock = lock;
        this.level = start - maxLoss;
    }

    public long level() {
        return level;
    }

    /** Hit or exceed: equity at the floor has failed. */
    public boolean breachedBy(long equity) {
        return equity <= level;
    }

    /** Follows a new high, which may be below an earlier one. */
    public void see(long high) {
        level = levelAfter(high);
    }

    /** Where it would be after a high. */
    long levelAfter(long high) {
        return Math.max(level, Math.min(lock, high - maxLoss));
    }

    /** Rises to where it stops for good, as after a first payout. */
    void lockNow() {
        if (lock != AccountRules.NO_LOCK) {
            level = Math.max(level, lock);
        }
    }
}
