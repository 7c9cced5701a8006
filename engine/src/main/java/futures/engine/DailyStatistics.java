package futures.engine;

import futures.analytics.account.PathStatistics;
import futures.analytics.account.SeriesStatistics;
import futures.analytics.account.SeriesTerms;
import futures.analytics.performance.Drawdown;
import futures.analytics.performance.GrowthLine;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.ReturnStatistics;
import java.util.Map;

/** The figures that follow from equity at the close of each trading day. */
final class DailyStatistics {
    private static final double TRADING_DAYS_A_YEAR = 252;
    private static final String LOST = "the account was lost";

    private final AccountCourse course;
    private final int count;
    /** Daily P&L as a fraction of the initial cash. */
    private final ReturnStatistics onCash;
    /** Daily P&L as a fraction of equity of the day before; null when the account was lost. */
    private final ReturnStatistics onEquity;

    DailyStatistics(AccountCourse course) {
        this.course = course;
        this.count = course.dailyEquity.length;
        double[] simple = new double[count];
        double[] running = new double[count];
        boolean alive = true;
        long before = course.initialCash;
        for (int i = 0; i < count; i++) {
            long profit = course.dailyEquity[i] - before;
            alive &= before > 0;
            simple[i] = (double) profit / course.initialCash;
            running[i] = alive ? (double) profit / before : 0;
            before = course.dailyEquity[i];
        }
        onCash = ReturnStatistics.of(simple, TRADING_DAYS_A_YEAR);
        onEquity = alive ? ReturnStatistics.of(running, TRADING_DAYS_A_YEAR) : null;
    }

    void add(Map<Metric, Measure> figures) {
        returns(figures);
        drawdowns(figures);
        daysAndMonths(figures);
    }

    /** Those that cost a sort or a search. */
    void addSearched(Map<Metric, Measure> figures) {
        figures.put(Metric.TAIL_RATIO, onCash.tailRatio());
        figures.put(Metric.KELLY_LEVERAGE, onCash.kellyLeverage());
    }

    private void returns(Map<Metric, Measure> figures) {
        SeriesStatistics.addBasic(figures, onCash, count, SeriesTerms.DAYS);
        figures.put(Metric.SHARPE_ON_EQUITY, onEquity == null ? Measure.undefined(LOST) : onEquity.sharpe(0));
        GrowthLine line = onEquity == null
                ? new GrowthLine(Measure.undefined(LOST), Measure.undefined(LOST))
                : onEquity.growthLine();
        figures.put(Metric.STABILITY, line.stability());
        figures.put(Metric.K_RATIO, line.kRatio());
    }

    private void drawdowns(Map<Metric, Measure> figures) {
        double[] equity = new double[count + 1];
        equity[0] = Money.toDouble(course.initialCash);
        for (int i = 0; i < count; i++) {
            equity[i + 1] = Money.toDouble(course.dailyEquity[i]);
        }
        PathStatistics.addDrawdowns(figures, equity, Drawdown.of(equity), course.day);
    }

    /** Profits are differences of whole millionths, which doubles hold exactly. */
    private void daysAndMonths(Map<Metric, Measure> figures) {
        double[] millionths = new double[count + 1];
        millionths[0] = course.initialCash;
        for (int i = 0; i < count; i++) {
            millionths[i + 1] = course.dailyEquity[i];
        }
        PathStatistics.addPeriods(figures, millionths, Money.PER_ONE, course.day);
    }
}
