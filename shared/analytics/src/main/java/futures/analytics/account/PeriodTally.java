package futures.analytics.account;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.ReturnStatistics;
import java.util.Map;

/**
 * Periods that won and that lost, in one pass. Which way a return goes cannot be foretold, by processors neither: signs are read
 * from the bits, without branches.
 */
final class PeriodTally {
    private final double gains;
    private final double falls;
    private int won;
    private int lost;
    private double best = Double.NEGATIVE_INFINITY;
    private double worst = Double.POSITIVE_INFINITY;
    private int longestWon;
    private int longestLost;

    PeriodTally(double[] returns, ReturnStatistics statistics) {
        gains = statistics.gains();
        falls = -statistics.losses();
        int winning = 0;
        int losing = 0;
        for (double value : returns) {
            int other = notZero(value);
            int fell = other & negative(value);
            int rose = other - fell;
            won += rose;
            lost += fell;
            winning = winning + 1 & -rose;
            losing = losing + 1 & -fell;
            longestWon = Math.max(longestWon, winning);
            longestLost = Math.max(longestLost, losing);
            if (value > best) {
                best = value;
            }
            if (value < worst) {
                worst = value;
            }
        }
    }

    /** 1, or 0 for zero and for the negative zero. */
    static int notZero(double value) {
        long magnitude = Double.doubleToRawLongBits(value) << 1;
        return (int) ((magnitude | -magnitude) >>> 63);
    }

    /** 1 for what has a minus sign, 0 for the rest. */
    static int negative(double value) {
        return (int) (Double.doubleToRawLongBits(value) >>> 63);
    }

    void add(Map<Metric, Measure> figures) {
        boolean none = best == Double.NEGATIVE_INFINITY;
        Measure empty = Measure.undefined("there are no periods");
        Measure noWin = none ? empty : Measure.undefined("no period won");
        Measure noLoss = none ? empty : Measure.undefined("no period lost");
        figures.put(Metric.BEST_RETURN, none ? empty : Measure.of(best));
        figures.put(Metric.WORST_RETURN, none ? empty : Measure.of(worst));
        figures.put(Metric.MAX_CONSECUTIVE_GAINS, Measure.of(longestWon));
        figures.put(Metric.MAX_CONSECUTIVE_FALLS, Measure.of(longestLost));
        Measure gain = won == 0 ? noWin : Measure.of(gains / won);
        Measure fall = lost == 0 ? noLoss : Measure.of(falls / lost);
        figures.put(Metric.AVERAGE_GAIN, gain);
        figures.put(Metric.AVERAGE_FALL, fall);
        figures.put(
                Metric.DAILY_WIN_RATE,
                won + lost == 0
                        ? none ? empty : Measure.undefined("no period won or lost")
                        : Measure.of((double) won / (won + lost)));
        if (won == 0 || lost == 0) {
            Measure missing = lost == 0 ? noLoss : noWin;
            figures.put(Metric.DAILY_PAYOFF, missing);
            figures.put(Metric.KELLY_DAILY, missing);
        } else {
            double payoff = gain.value() / -fall.value();
            double rate = (double) won / (won + lost);
            figures.put(Metric.DAILY_PAYOFF, Measure.of(payoff));
            figures.put(Metric.KELLY_DAILY, Measure.of(rate - (1 - rate) / payoff));
        }
    }
}
