package futures.engine;

import futures.analytics.performance.Drawdown;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

/** What statistics need to know of an account, so that a run need not keep equity at every bar. Money in millionths. */
final class AccountCourse {
    final long initialCash;
    /** At the last close of each trading day that has bars. */
    final long[] dailyEquity;
    /** The date of a trading day by its place in {@link #dailyEquity}. */
    final IntFunction<LocalDate> day;
    /** Largest fall of equity, marked at every bar, from its peak, the start included; zero or negative. */
    final long deepest;
    /** Largest fall as a fraction of its peak, as {@link Drawdown} has it; zero or negative. */
    final double deepestFraction;
    /** Open time of the first bar and close time of the last, epoch milliseconds UTC. */
    final long began;

    final long ended;
    /** Share of the bars with a position. */
    final double exposure;

    AccountCourse(
            long initialCash,
            long[] dailyEquity,
            IntFunction<LocalDate> day,
            long deepest,
            double deepestFraction,
            long began,
            long ended,
            double exposure) {
        this.initialCash = initialCash;
        this.dailyEquity = dailyEquity;
        this.day = day;
        this.deepest = deepest;
        this.deepestFraction = deepestFraction;
        this.began = began;
        this.ended = ended;
        this.exposure = exposure;
    }

    static AccountCourse of(EquityCurve equity, List<DailyResult> days, long began, double exposure) {
        Drawdown drawdown = Drawdown.of(equity.withStart());
        return new AccountCourse(
                equity.initialMillionths(),
                days.stream().mapToLong(day -> Money.nearest(day.equity())).toArray(),
                i -> days.get(i).day(),
                Money.nearest(drawdown.deepest()),
                drawdown.deepestFraction(),
                began,
                equity.time(equity.size() - 1),
                exposure);
    }
}
