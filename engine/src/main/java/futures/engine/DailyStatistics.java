package futures.engine;

import futures.analytics.inference.SharpeSample;
import futures.analytics.performance.Drawdown;
import futures.analytics.performance.GrowthLine;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.ReturnStatistics;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The figures that follow from equity at the close of each trading day. */
final class DailyStatistics {
    private static final double TRADING_DAYS_A_YEAR = 252;
    private static final double CONFIDENCE = 0.95;
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
        figures.put(Metric.SHARPE, onCash.sharpe(0));
        figures.put(Metric.SHARPE_ERROR, onCash.sharpeError());
        figures.put(Metric.SHARPE_ON_EQUITY, onEquity == null ? Measure.undefined(LOST) : onEquity.sharpe(0));
        figures.put(Metric.SORTINO, onCash.sortino());
        figures.put(Metric.VOLATILITY, onCash.volatility());
        figures.put(Metric.OMEGA, onCash.omega());
        figures.put(Metric.GAIN_TO_PAIN, onCash.gainToPain());
        figures.put(Metric.DAILY_T, onCash.tStatistic());
        figures.put(Metric.AUTOCORRELATION, onCash.autocorrelation());
        figures.put(Metric.SKEWNESS, onCash.skewness());
        figures.put(Metric.KURTOSIS, onCash.kurtosis());
        chance(figures);
        GrowthLine line = onEquity == null
                ? new GrowthLine(Measure.undefined(LOST), Measure.undefined(LOST))
                : onEquity.growthLine();
        figures.put(Metric.STABILITY, line.stability());
        figures.put(Metric.K_RATIO, line.kRatio());
    }

    /** How far the Sharpe ratio can be told from none. */
    private void chance(Map<Metric, Measure> figures) {
        Measure annual = figures.get(Metric.SHARPE);
        if (!annual.defined()) {
            figures.put(Metric.PSR, annual);
            figures.put(Metric.MIN_TRACK_RECORD, annual);
            return;
        }
        SharpeSample sample = new SharpeSample(
                annual.value() / Math.sqrt(TRADING_DAYS_A_YEAR),
                count,
                figures.get(Metric.SKEWNESS).value(),
                figures.get(Metric.KURTOSIS).value());
        figures.put(Metric.PSR, sample.probability(0));
        Measure needed = sample.minimumTrackRecord(0, CONFIDENCE);
        figures.put(Metric.MIN_TRACK_RECORD, needed.defined() ? Measure.of(Math.ceil(needed.value())) : needed);
    }

    private void drawdowns(Map<Metric, Measure> figures) {
        double[] equity = new double[count + 1];
        equity[0] = Money.toDouble(course.initialCash);
        for (int i = 0; i < count; i++) {
            equity[i + 1] = Money.toDouble(course.dailyEquity[i]);
        }
        Drawdown drawdown = Drawdown.of(equity);
        figures.put(Metric.DRAWDOWNS, Measure.of(drawdown.count()));
        figures.put(
                Metric.AVERAGE_DRAWDOWN,
                drawdown.count() == 0 ? Measure.undefined("no day closed lower") : Measure.of(drawdown.average()));
        figures.put(Metric.LONGEST_DRAWDOWN_SESSIONS, Measure.of(drawdown.longest()));
        figures.put(
                Metric.LONGEST_DRAWDOWN_DAYS, Measure.of(calendarDays(drawdown.longestFrom(), drawdown.longestTo())));
        figures.put(Metric.LONGEST_DRAWDOWN_OPEN, Measure.of(drawdown.longestOpen() ? 1 : 0));
        double peak = equity[drawdown.lastPeak()];
        figures.put(Metric.OPEN_DRAWDOWN, Measure.of(equity[count] / peak - 1));
        figures.put(Metric.OPEN_DRAWDOWN_SESSIONS, Measure.of(count - drawdown.lastPeak()));
        figures.put(Metric.OPEN_DRAWDOWN_DAYS, Measure.of(calendarDays(drawdown.lastPeak(), count)));
        figures.put(Metric.TIME_UNDER_WATER, Measure.of((double) drawdown.underWater() / count));
        figures.put(Metric.PAIN_INDEX, Measure.of(drawdown.pain()));
        figures.put(Metric.ULCER_INDEX, Measure.of(drawdown.ulcer()));
        Measure annual = figures.get(Metric.ANNUAL_RETURN);
        figures.put(
                Metric.MARTIN_RATIO,
                !annual.defined()
                        ? annual
                        : drawdown.ulcer() == 0
                                ? Measure.undefined("no day closed lower")
                                : Measure.of(annual.value() / drawdown.ulcer()));
    }

    /** Between two points of daily equity, of which the first one is the start and stands on the first day. */
    private int calendarDays(int from, int to) {
        return (int)
                ChronoUnit.DAYS.between(course.day.apply(Math.max(0, from - 1)), course.day.apply(Math.max(0, to - 1)));
    }

    private void daysAndMonths(Map<Metric, Measure> figures) {
        Tally days = new Tally();
        Tally months = new Tally();
        int active = 0;
        long before = course.initialCash;
        long beforeMonth = course.initialCash;
        for (int i = 0; i < count; i++) {
            long equity = course.dailyEquity[i];
            days.add(equity - before);
            active += equity == before ? 0 : 1;
            before = equity;
            boolean lastOfMonth = i + 1 == count
                    || course.day.apply(i).getMonth() != course.day.apply(i + 1).getMonth();
            if (lastOfMonth) {
                months.add(equity - beforeMonth);
                beforeMonth = equity;
            }
        }
        figures.put(Metric.DAYS, Measure.of(count));
        figures.put(Metric.ACTIVE_DAYS, Measure.of(active));
        figures.put(Metric.PROFITABLE_DAYS, Measure.of((double) days.won / days.count));
        figures.put(Metric.BEST_DAY, Measure.of(Money.toDouble(days.best)));
        figures.put(Metric.WORST_DAY, Measure.of(Money.toDouble(days.worst)));
        figures.put(Metric.MONTHS, Measure.of(months.count));
        figures.put(Metric.PROFITABLE_MONTHS, Measure.of((double) months.won / months.count));
        figures.put(Metric.BEST_MONTH, Measure.of(Money.toDouble(months.best)));
        figures.put(Metric.WORST_MONTH, Measure.of(Money.toDouble(months.worst)));
    }

    /** Profits of days or months. */
    private static final class Tally {
        int count;
        int won;
        long best = Long.MIN_VALUE;
        long worst = Long.MAX_VALUE;

        void add(long profit) {
            count++;
            won += profit > 0 ? 1 : 0;
            best = Math.max(best, profit);
            worst = Math.min(worst, profit);
        }
    }
}
