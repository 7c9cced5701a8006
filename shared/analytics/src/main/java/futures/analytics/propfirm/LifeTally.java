package futures.analytics.propfirm;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sums over lives with one size, in whole numbers, so that it does not matter in which order they are added. */
public final class LifeTally {
    private final long[] values;
    private int lives;
    private int passed;
    private final Map<Failure, Integer> failed = new EnumMap<>(Failure.class);
    private long daysToPass;
    private long daysToDecision;
    private int decided;
    private int funded;
    private int fundedFailed;
    private int paidOnce;
    private long payouts;
    private long paid;
    private long fees;
    private long attempts;

    LifeTally(int lives) {
        this.values = new long[lives];
    }

    void add(Life life) {
        values[lives++] = life.value();
        if (life.passed) {
            passed++;
            daysToPass += life.decidedOn;
        } else if (life.failure != null) {
            failed.merge(life.failure, 1, Integer::sum);
        }
        if (life.decidedOn > 0) {
            decided++;
            daysToDecision += life.decidedOn;
        }
        funded += life.funded ? 1 : 0;
        fundedFailed += life.fundedFailed ? 1 : 0;
        paidOnce += life.payouts > 0 ? 1 : 0;
        payouts += life.payouts;
        paid += life.paid;
        fees += life.fees;
        attempts += life.used;
    }

    /** All lives, part after part. */
    static LifeTally together(List<LifeTally> parts) {
        LifeTally all = new LifeTally(parts.stream().mapToInt(LifeTally::lives).sum());
        parts.forEach(all::append);
        return all;
    }

    private void append(LifeTally other) {
        System.arraycopy(other.values, 0, values, lives, other.lives);
        lives += other.lives;
        passed += other.passed;
        other.failed.forEach((by, count) -> failed.merge(by, count, Integer::sum));
        daysToPass += other.daysToPass;
        daysToDecision += other.daysToDecision;
        decided += other.decided;
        funded += other.funded;
        fundedFailed += other.fundedFailed;
        paidOnce += other.paidOnce;
        payouts += other.payouts;
        paid += other.paid;
        fees += other.fees;
        attempts += other.attempts;
    }

    public int lives() {
        return lives;
    }

    /** Share of lives whose first evaluation passed within the days looked at. */
    public double passShare() {
        return share(passed);
    }

    public double failShare(Failure by) {
        return share(failed.getOrDefault(by, 0));
    }

    /** Share of lives whose first evaluation was decided neither way. */
    public double runningShare() {
        return share(lives - decided);
    }

    /** Mean days of the evaluations that passed; NaN when none did. */
    public double daysToPass() {
        return (double) daysToPass / passed;
    }

    /** Mean days of those that were decided; NaN when none was. */
    public double daysToDecision() {
        return (double) daysToDecision / decided;
    }

    public double fundedShare() {
        return share(funded);
    }

    public double fundedFailedShare() {
        return share(fundedFailed);
    }

    public double paidShare() {
        return share(paidOnce);
    }

    /** Means by life. */
    public double payouts() {
        return (double) payouts / lives;
    }

    public double attempts() {
        return (double) attempts / lives;
    }

    /** Millionths, and so are those below. */
    public double paid() {
        return (double) paid / lives;
    }

    public double fees() {
        return (double) fees / lives;
    }

    public double value() {
        return (double) (paid - fees) / lives;
    }

    /** Of {@link #value()}; 0 of a single life. */
    public double valueError() {
        double mean = value();
        double squares = 0;
        for (long value : values) {
            squares += (value - mean) * (value - mean);
        }
        return lives < 2 ? 0 : Math.sqrt(squares / (lives - 1) / lives);
    }

    /** Values of all lives, ascending. */
    public long[] sortedValues() {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private double share(int count) {
        return (double) count / lives;
    }

    /** Standard error of a share of so many draws: √(p (1 − p) / n). */
    public double errorOf(double share) {
        return Math.sqrt(share * (1 - share) / lives);
    }
}
