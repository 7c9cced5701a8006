package futures.engine;

import futures.analytics.performance.Drawdown;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.ReturnStatistics;
import java.util.Map;

/** The figures of an account, beside those of its round trips. */
final class AccountStatistics {
    private static final double TRADING_DAYS_A_YEAR = 252;
    private static final double MILLIS_A_YEAR = 365.25 * 86_400_000;

    private AccountStatistics() {}

    /** Adds them to the figures of round trips. */
    static void add(Map<Metric, Measure> figures, AccountCourse course) {
        growth(figures, course);
        days(figures, course);
        figures.put(Metric.EXPOSURE, Measure.of(course.exposure));
    }

    private static void growth(Map<Metric, Measure> figures, AccountCourse course) {
        long last = course.dailyEquity[course.dailyEquity.length - 1];
        double change = last - course.initialCash;
        figures.put(Metric.TOTAL_RETURN, Measure.of(change / course.initialCash));
        figures.put(Metric.MAX_DRAWDOWN, Measure.of(Money.toDouble(course.deepest)));
        figures.put(Metric.MAX_DRAWDOWN_PCT, Measure.of(course.deepestFraction));
        String noFall = "equity never fell";
        figures.put(
                Metric.RECOVERY_FACTOR,
                course.deepest == 0 ? Measure.undefined(noFall) : Measure.of(change / -course.deepest));
        double years = (course.ended - course.began) / MILLIS_A_YEAR;
        Measure growth = annual((double) last / course.initialCash, years);
        figures.put(Metric.CAGR, growth);
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
        double grown = Math.pow(factor, 1 / years);
        return Double.isFinite(grown)
                ? Measure.of(grown - 1)
                : Measure.undefined("the run is too short to tell a yearly growth");
    }

    private static void days(Map<Metric, Measure> figures, AccountCourse course) {
        int count = course.dailyEquity.length;
        double[] onCash = new double[count];
        double[] onEquity = new double[count];
        double[] equity = new double[count + 1];
        equity[0] = Money.toDouble(course.initialCash);
        boolean alive = true;
        long before = course.initialCash;
        long best = Long.MIN_VALUE;
        long worst = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            long profit = course.dailyEquity[i] - before;
            alive &= before > 0;
            onCash[i] = (double) profit / course.initialCash;
            onEquity[i] = alive ? (double) profit / before : 0;
            before = course.dailyEquity[i];
            equity[i + 1] = Money.toDouble(before);
            best = Math.max(best, profit);
            worst = Math.min(worst, profit);
        }
        ReturnStatistics simple = ReturnStatistics.of(onCash, TRADING_DAYS_A_YEAR);
        figures.put(Metric.SHARPE, simple.sharpe(0));
        figures.put(
                Metric.SHARPE_ON_EQUITY,
                alive
                        ? ReturnStatistics.of(onEquity, TRADING_DAYS_A_YEAR).sharpe(0)
                        : Measure.undefined("the account was lost"));
        figures.put(Metric.SORTINO, simple.sortino());
        figures.put(Metric.VOLATILITY, simple.volatility());
        figures.put(Metric.OMEGA, simple.omega());
        figures.put(Metric.SKEWNESS, simple.skewness());
        figures.put(Metric.KURTOSIS, simple.kurtosis());
        figures.put(Metric.ULCER_INDEX, Measure.of(Drawdown.of(equity).ulcer()));
        figures.put(Metric.DAYS, Measure.of(count));
        figures.put(Metric.BEST_DAY, Measure.of(Money.toDouble(best)));
        figures.put(Metric.WORST_DAY, Measure.of(Money.toDouble(worst)));
    }
}
