package futures.engine;

import futures.analytics.performance.Drawdown;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.ReturnStatistics;
import futures.analytics.performance.TradeStatistics;
import futures.model.RoundTrip;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The figures of a whole run: those of its round trips and those of its account. */
final class AccountStatistics {
    private static final double TRADING_DAYS_A_YEAR = 252;
    private static final double MILLIS_A_YEAR = 365.25 * 86_400_000;

    private AccountStatistics() {}

    /**
     * @param firstBar open time of the first bar, epoch milliseconds UTC
     * @param exposure share of the bars with a position
     */
    static Map<Metric, Measure> of(
            List<RoundTrip> trips, EquityCurve equity, List<DailyResult> days, long firstBar, double exposure) {
        Map<Metric, Measure> figures = TradeStatistics.of(trips);
        growth(figures, equity, firstBar);
        days(figures, days, equity.initialCash());
        figures.put(Metric.EXPOSURE, Measure.of(exposure));
        return Collections.unmodifiableMap(figures);
    }

    private static void growth(Map<Metric, Measure> figures, EquityCurve equity, long firstBar) {
        Drawdown drawdown = Drawdown.of(equity.withStart());
        double start = equity.initialCash();
        double change = equity.last() - start;
        figures.put(Metric.TOTAL_RETURN, Measure.of(change / start));
        figures.put(Metric.MAX_DRAWDOWN, Measure.of(drawdown.deepest()));
        figures.put(Metric.MAX_DRAWDOWN_PCT, Measure.of(drawdown.deepestFraction()));
        String noFall = "equity never fell";
        figures.put(
                Metric.RECOVERY_FACTOR,
                drawdown.deepest() == 0 ? Measure.undefined(noFall) : Measure.of(change / -drawdown.deepest()));
        double years = (equity.time(equity.size() - 1) - firstBar) / MILLIS_A_YEAR;
        Measure growth = annual(equity.last() / start, years);
        figures.put(Metric.CAGR, growth);
        figures.put(
                Metric.CALMAR,
                drawdown.deepestFraction() == 0
                        ? Measure.undefined(noFall)
                        : growth.defined() ? Measure.of(growth.value() / -drawdown.deepestFraction()) : growth);
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

    private static void days(Map<Metric, Measure> figures, List<DailyResult> days, double initialCash) {
        double[] onCash = new double[days.size()];
        double[] onEquity = new double[days.size()];
        double[] equity = new double[days.size() + 1];
        equity[0] = initialCash;
        boolean alive = true;
        double best = Double.NEGATIVE_INFINITY;
        double worst = Double.POSITIVE_INFINITY;
        for (int i = 0; i < onCash.length; i++) {
            DailyResult day = days.get(i);
            onCash[i] = day.profit() / initialCash;
            alive &= equity[i] > 0;
            onEquity[i] = alive ? day.profit() / equity[i] : 0;
            equity[i + 1] = day.equity();
            best = Math.max(best, day.profit());
            worst = Math.min(worst, day.profit());
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
        figures.put(Metric.DAYS, Measure.of(days.size()));
        figures.put(Metric.BEST_DAY, Measure.of(best));
        figures.put(Metric.WORST_DAY, Measure.of(worst));
    }
}
