package futures.engine;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.TradeColumns;
import futures.analytics.performance.TradeStatistics;
import java.util.Map;

/** The figures of an account, beside those of its round trips. */
final class AccountStatistics {
    private static final double TRADING_DAYS_A_YEAR = 252;
    private static final double MILLIS_A_YEAR = 365.25 * 86_400_000;

    private AccountStatistics() {}

    /** Adds to the figures of round trips those that cost no sort and no search. */
    static void add(Map<Metric, Measure> figures, AccountCourse course) {
        growth(figures, course);
        new DailyStatistics(course).add(figures);
        figures.put(Metric.EXPOSURE, Measure.of(course.exposure));
    }

    /** Adds all of them, those of {@link #addClosed} included. */
    static void addAll(Map<Metric, Measure> figures, TradeColumns trips, AccountCourse course) {
        addClosed(figures, trips, course.initialCash, course.dailyEquity.length);
        add(figures, course);
        new DailyStatistics(course).addSearched(figures);
    }

    /** Adds those that round trips of one side have as well. */
    static void addClosed(Map<Metric, Measure> figures, TradeColumns trips, long initialCash, int days) {
        figures.putAll(TradeStatistics.closedDrawdown(trips, initialCash));
        figures.put(Metric.TRADES_PER_DAY, Measure.of((double) trips.size() / days));
    }

    private static void growth(Map<Metric, Measure> figures, AccountCourse course) {
        int days = course.dailyEquity.length;
        long last = course.dailyEquity[days - 1];
        double change = last - course.initialCash;
        figures.put(Metric.TOTAL_RETURN, Measure.of(change / course.initialCash));
        figures.put(Metric.MAX_DRAWDOWN, Measure.of(Money.toDouble(course.deepest)));
        figures.put(Metric.MAX_DRAWDOWN_PCT, Measure.of(course.deepestFraction));
        String noFall = "equity never fell";
        figures.put(
                Metric.RECOVERY_FACTOR,
                course.deepest == 0 ? Measure.undefined(noFall) : Measure.of(change / -course.deepest));
        double factor = (double) last / course.initialCash;
        Measure growth = annual(factor, (course.ended - course.began) / MILLIS_A_YEAR);
        figures.put(Metric.CAGR, growth);
        figures.put(Metric.ANNUAL_RETURN, annual(factor, days / TRADING_DAYS_A_YEAR));
        figures.put(
                Metric.CALMAR,
                course.deepestFraction == 0
                        ? Measure.undefined(noFall)
                        : growth.defined() ? Measure.of(growth.value() / -course.deepestFraction) : growth);
    }

    private static Measure annual(double factor, double years) {
        if (factor <= 0) {
            return Measure.undefined("the account was lost");
        }
        double grown = StrictMath.pow(factor, 1 / years);
        return Double.isFinite(grown)
                ? Measure.of(grown - 1)
                : Measure.undefined("the run is too short to tell a yearly growth");
    }
}
