package futures.analytics.account;

import futures.analytics.performance.Drawdown;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The figures that follow from what an account was worth after each period. The first value of equity is the start, and it
 * stands on the day of the first period.
 */
public final class PathStatistics {
    private static final double DAYS_A_YEAR = 365.25;
    private static final String NO_FALL = "equity never fell";
    private static final String NO_DATES = "the periods have no dates";

    private PathStatistics() {}

    /**
     * All of them.
     *
     * @param equity start value above zero, then one per period
     * @param day    of each period, counted from 0; null when dates are not known
     */
    public static Map<Metric, Measure> of(double[] equity, SeriesTerms terms, IntFunction<LocalDate> day) {
        Map<Metric, Measure> figures = new EnumMap<>(Metric.class);
        int count = equity.length - 1;
        Drawdown drawdown = Drawdown.of(equity);
        Measure total = count == 0
                ? Measure.undefined("there are no periods")
                : Measure.of((equity[count] - equity[0]) / equity[0]);
        figures.put(Metric.TOTAL_RETURN, total);
        Measure observed = total.defined() ? annual(equity[count] / equity[0], count / terms.periodsPerYear()) : total;
        figures.put(Metric.ANNUAL_RETURN, observed);
        figures.put(Metric.CAGR, total.defined() ? calendar(equity, day) : total);
        figures.put(Metric.MAX_DRAWDOWN, Measure.of(drawdown.deepest()));
        figures.put(Metric.MAX_DRAWDOWN_PCT, Measure.of(drawdown.deepestFraction()));
        figures.put(Metric.MAX_DRAWDOWN_CAPITAL, Measure.of(drawdown.deepest() / equity[0]));
        Measure fraction = Measure.of(-drawdown.deepestFraction());
        figures.put(Metric.CALMAR, figures.get(Metric.CAGR).over(fraction, NO_FALL));
        figures.put(Metric.CALMAR_OBSERVED, observed.over(fraction, NO_FALL));
        figures.put(Metric.RETURN_OVER_DRAWDOWN, total.over(fraction, NO_FALL));
        figures.put(Metric.RECOVERY_FACTOR, total.times(equity[0]).over(Measure.of(-drawdown.deepest()), NO_FALL));
        addDrawdowns(figures, equity, drawdown, day);
        addPeriods(figures, equity, 1, day);
        figures.put(Metric.ULCER_WITH_START, Measure.of(drawdown.ulcer() * Math.sqrt(count / (count + 1.0))));
        figures.put(
                Metric.ULCER_SAMPLE,
                count < 2
                        ? Measure.undefined("it needs two periods")
                        : Measure.of(drawdown.ulcer() * Math.sqrt(count / (count - 1.0))));
        return figures;
    }

    private static Measure calendar(double[] equity, IntFunction<LocalDate> day) {
        int last = equity.length - 2;
        return day == null
                ? Measure.undefined(NO_DATES)
                : annual(
                        equity[last + 1] / equity[0],
                        (ChronoUnit.DAYS.between(day.apply(0), day.apply(last)) + 1) / DAYS_A_YEAR);
    }

    private static Measure annual(double factor, double years) {
        if (factor < 0) {
            return Measure.undefined("the account was lost");
        }
        double grown = StrictMath.pow(factor, 1 / years);
        return Double.isFinite(grown)
                ? Measure.of(grown - 1)
                : Measure.undefined("the series is too short to tell a yearly growth");
    }

    /** Lengths and depths of drawdowns; {@link Metric#ANNUAL_RETURN} is there already. */
    public static void addDrawdowns(
            Map<Metric, Measure> figures, double[] equity, Drawdown drawdown, IntFunction<LocalDate> day) {
        int count = equity.length - 1;
        String noneLower = "no day closed lower";
        figures.put(Metric.DRAWDOWNS, Measure.of(drawdown.count()));
        figures.put(
                Metric.AVERAGE_DRAWDOWN,
                drawdown.count() == 0 ? Measure.undefined(noneLower) : Measure.of(drawdown.average()));
        figures.put(Metric.LONGEST_DRAWDOWN_SESSIONS, Measure.of(drawdown.longest()));
        figures.put(Metric.LONGEST_DRAWDOWN_DAYS, calendarDays(drawdown.longestFrom(), drawdown.longestTo(), day));
        figures.put(Metric.LONGEST_DRAWDOWN_OPEN, Measure.of(drawdown.longestOpen() ? 1 : 0));
        figures.put(Metric.OPEN_DRAWDOWN, Measure.of(equity[count] / equity[drawdown.lastPeak()] - 1));
        figures.put(Metric.OPEN_DRAWDOWN_SESSIONS, Measure.of(count - drawdown.lastPeak()));
        figures.put(Metric.OPEN_DRAWDOWN_DAYS, calendarDays(drawdown.lastPeak(), count, day));
        figures.put(Metric.TIME_UNDER_WATER, Measure.ratio(drawdown.underWater(), count, "there are no periods"));
        figures.put(Metric.PAIN_INDEX, Measure.of(drawdown.pain()));
        figures.put(Metric.ULCER_INDEX, Measure.of(drawdown.ulcer()));
        figures.put(
                Metric.MARTIN_RATIO, figures.get(Metric.ANNUAL_RETURN).over(Measure.of(drawdown.ulcer()), noneLower));
    }

    /** Between two points of equity. */
    private static Measure calendarDays(int from, int to, IntFunction<LocalDate> day) {
        if (from == to) {
            return Measure.of(0);
        }
        return day == null
                ? Measure.undefined(NO_DATES)
                : Measure.of((int)
                        ChronoUnit.DAYS.between(day.apply(Math.max(0, from - 1)), day.apply(Math.max(0, to - 1))));
    }

    /**
     * Profits of periods and months.
     *
     * @param equity in any unit of money
     * @param unit   how many of it are 1 in the account's currency
     */
    public static void addPeriods(
            Map<Metric, Measure> figures, double[] equity, double unit, IntFunction<LocalDate> day) {
        Tally days = new Tally();
        Tally months = new Tally();
        int count = equity.length - 1;
        int active = 0;
        double beforeMonth = equity[0];
        YearMonth month = day == null || count == 0 ? null : YearMonth.from(day.apply(0));
        for (int i = 0; i < count; i++) {
            double profit = equity[i + 1] - equity[i];
            days.add(profit);
            active += profit == 0 ? 0 : 1;
            if (month != null) {
                YearMonth next = i + 1 == count ? null : YearMonth.from(day.apply(i + 1));
                if (!month.equals(next)) {
                    months.add(equity[i + 1] - beforeMonth);
                    beforeMonth = equity[i + 1];
                    month = next;
                }
            }
        }
        figures.put(Metric.DAYS, Measure.of(count));
        figures.put(Metric.ACTIVE_DAYS, Measure.of(active));
        days.put(figures, unit, "there are no periods", Metric.PROFITABLE_DAYS, Metric.BEST_DAY, Metric.WORST_DAY);
        figures.put(Metric.MONTHS, day == null ? Measure.undefined(NO_DATES) : Measure.of(months.count));
        months.put(figures, unit, NO_DATES, Metric.PROFITABLE_MONTHS, Metric.BEST_MONTH, Metric.WORST_MONTH);
    }

    private static final class Tally {
        int count;
        int won;
        double best = Double.NEGATIVE_INFINITY;
        double worst = Double.POSITIVE_INFINITY;

        void add(double profit) {
            count++;
            won += profit > 0 ? 1 : 0;
            best = Math.max(best, profit);
            worst = Math.min(worst, profit);
        }

        void put(
                Map<Metric, Measure> figures,
                double unit,
                String noneWhy,
                Metric share,
                Metric highest,
                Metric lowest) {
            Measure none = Measure.undefined(noneWhy);
            figures.put(share, Measure.ratio(won, count, noneWhy));
            figures.put(highest, count == 0 ? none : Measure.of(best / unit));
            figures.put(lowest, count == 0 ? none : Measure.of(worst / unit));
        }
    }
}
